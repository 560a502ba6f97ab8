/**
 * The pretend Defender API: its answers, refusals, quota, faults on demand, and the
 * incidents that it serves. What plugs it into a web server is {@link DefenderSandbox}.
 */
@NullMarked
package io.watchfloor.sandbox.defender;

import org.jspecify.annotations.NullMarked;
