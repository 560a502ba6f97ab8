/**
 * The application class that starts Watchfloor. The rooms are one package each:
 * {@code signin}, {@code defender}, {@code queue} and {@code web}.
 */
@NullMarked
package io.watchfloor;

import org.jspecify.annotations.NullMarked;
