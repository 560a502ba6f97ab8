/**
 * Tests of {@code io.watchfloor.signin.session}.
 */
@NullMarked
package io.watchfloor.signin.session;

import org.jspecify.annotations.NullMarked;
