/**
 * What every page shows of the analyst's queue: whose it is, how fresh, and its rows. The
 * next rooms up are the pages, such as {@code web.queue}.
 */
@NullMarked
package io.watchfloor.web.analyst;

import org.jspecify.annotations.NullMarked;
