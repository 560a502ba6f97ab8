/**
 * The ledger of the calls that were made, which several nodes keep as one: a log that all
 * of them add to, and what each does while it cannot reach the log. It knows nothing of
 * what the calls are or who may make one when; that is up to {@code defender}. The log
 * itself is in {@code defender.redis}.
 */
@NullMarked
package io.watchfloor.defender.shared;

import org.jspecify.annotations.NullMarked;
