package io.watchfloor.soak;

import java.time.Instant;

/**
 * An analyst who was signed in had to sign in again.
 *
 * @param page what the analyst asked for
 * @param seenSignedIn when an answer showed last that the analyst was signed in
 * @param at when Entra was asked
 */
record SignInAgain(String page, Instant seenSignedIn, Instant at) {
}
