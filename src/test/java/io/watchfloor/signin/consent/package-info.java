/**
 * Tests of {@code io.watchfloor.signin.consent}.
 */
@NullMarked
package io.watchfloor.signin.consent;

import org.jspecify.annotations.NullMarked;
