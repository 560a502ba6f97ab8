/**
 * Asks Entra ID for the permission to write, when an analyst first wants to. The next
 * room is {@code signin}, which carries the request out.
 */
@NullMarked
package io.watchfloor.signin.consent;

import org.jspecify.annotations.NullMarked;
