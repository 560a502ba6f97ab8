package io.watchfloor.web.queue;

/**
 * A column of the queue's table to choose.
 *
 * @param value its name in forms
 * @param label its name
 * @param chosen whether it is shown
 * @param given whether the source gives what it shows
 */
record ColumnChoice(String value, String label, boolean chosen, boolean given) {
}
