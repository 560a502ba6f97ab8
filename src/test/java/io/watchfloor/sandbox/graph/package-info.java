/**
 * The pretend Microsoft Graph: the incidents of the pretend Defender API in Graph's words
 * and by Graph's rules. What plugs it into a web server is {@link GraphSandbox}.
 */
@NullMarked
package io.watchfloor.sandbox.graph;

import org.jspecify.annotations.NullMarked;
