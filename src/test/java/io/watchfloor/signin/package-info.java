/**
 * Signing in, tested rule by rule.
 */
@NullMarked
package io.watchfloor.signin;

import org.jspecify.annotations.NullMarked;
