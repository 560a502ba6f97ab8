/**
 * Writes words, numbers, times and attackers' text. The next room up is
 * {@code web.address}.
 */
@NullMarked
package io.watchfloor.web.format;

import org.jspecify.annotations.NullMarked;
