/**
 * Whether an analyst's token permits writing, what is remembered of refusals, and what is
 * logged of writes. The next room is {@code signin}, which asks Entra ID for the
 * permission when an analyst first wants to write.
 */
@NullMarked
package io.watchfloor.signin.consent;

import org.jspecify.annotations.NullMarked;
