/**
 * Reading JSON as it really comes, tested with what responses hold.
 */
@NullMarked
package io.watchfloor.defender.json;

import org.jspecify.annotations.NullMarked;
