/**
 * Tests of what analysts change in incidents.
 */
@NullMarked
package io.watchfloor.web.triage;

import org.jspecify.annotations.NullMarked;
