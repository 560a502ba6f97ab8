package io.watchfloor.web;

/**
 * The parts of the queue's page that were printed before the page: {@code incidents.html}
 * knows them as {@code printed}.
 *
 * @param filters the fields of the filter bar
 * @param heads the heads of the table's columns
 * @param rows the table's rows
 * @param pager the links to other pages
 * @param layout the fields by which the layout is chosen
 */
record PrintedQueue(Markup filters, Markup heads, Markup rows, Markup pager, Markup layout) {
}
