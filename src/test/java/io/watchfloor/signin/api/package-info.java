/**
 * Tests of {@code io.watchfloor.signin.api}.
 */
@NullMarked
package io.watchfloor.signin.api;

import org.jspecify.annotations.NullMarked;
