package io.watchfloor.web;

/**
 * The filter bar of the queue: {@code fragments/filter.html} knows it as {@code filters}.
 *
 * @param queue the page that it stands on
 * @param menus its menus
 * @param icons the address of the icons
 */
record FilterBar(QueuePage queue, FilterMenus menus, String icons) {
}
