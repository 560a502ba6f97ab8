/**
 * The pretend Entra ID: Spring Authorization Server with the addresses, the rules and the
 * error texts of the real one.
 */
@NullMarked
package io.watchfloor.sandbox.entra;

import org.jspecify.annotations.NullMarked;
