/**
 * Reads the indicators in a threat report, such as addresses and hashes, and searches all
 * incidents for them in one pass. The next room is {@code web.sweep}, which shows what
 * was found.
 */
@NullMarked
package io.watchfloor.queue.sweep;

import org.jspecify.annotations.NullMarked;
