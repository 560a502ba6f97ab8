/**
 * What tests of reading and writing over HTTP share.
 */
@NullMarked
package io.watchfloor.defender.support;

import org.jspecify.annotations.NullMarked;
