/**
 * The way in: how an analyst signs in with Microsoft Entra ID and which token they hold.
 */
@NullMarked
package io.watchfloor.signin;

import org.jspecify.annotations.NullMarked;
