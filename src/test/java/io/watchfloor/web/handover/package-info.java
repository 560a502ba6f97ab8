/**
 * Tests of {@code io.watchfloor.web.handover}.
 */
@NullMarked
package io.watchfloor.web.handover;

import org.jspecify.annotations.NullMarked;
