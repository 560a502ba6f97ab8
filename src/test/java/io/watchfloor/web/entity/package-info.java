/**
 * Tests of {@code io.watchfloor.web.entity}.
 */
@NullMarked
package io.watchfloor.web.entity;

import org.jspecify.annotations.NullMarked;
