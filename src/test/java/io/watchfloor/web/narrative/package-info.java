/**
 * Tests of what is told in sentences.
 */
@NullMarked
package io.watchfloor.web.narrative;

import org.jspecify.annotations.NullMarked;
