/**
 * Tests of what analysts triage in their sessions.
 */
@NullMarked
package io.watchfloor.web.triage.desk;

import org.jspecify.annotations.NullMarked;
