/**
 * Tests of {@code io.watchfloor.signin.encryption}.
 */
@NullMarked
package io.watchfloor.signin.encryption;

import org.jspecify.annotations.NullMarked;
