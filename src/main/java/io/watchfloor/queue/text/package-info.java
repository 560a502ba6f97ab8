/**
 * Other spellings of a text: what a defanged one stands for, and which letters of one in
 * lower case were capitals. The next room is {@code queue}, whose search needs both.
 */
@NullMarked
package io.watchfloor.queue.text;

import org.jspecify.annotations.NullMarked;
