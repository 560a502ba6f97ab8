/**
 * An incident that is too large for one page: the parts that it has then, their
 * addresses, where in them an alert or an entity stands, and how much a page shows. The
 * next room up is {@code web.incident}, which shows them.
 */
@NullMarked
package io.watchfloor.web.parts;

import org.jspecify.annotations.NullMarked;
