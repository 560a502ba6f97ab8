/**
 * Tests of the ledger that several nodes share.
 */
@NullMarked
package io.watchfloor.defender.shared;

import org.jspecify.annotations.NullMarked;
