package io.watchfloor.web;

/**
 * The bar below the queue's table: {@code fragments/queue-table.html} knows it as
 * {@code pages}.
 *
 * @param pager where the page stands
 * @param icons the address of the icons
 */
record PagerBar(Pager pager, String icons) {
}
