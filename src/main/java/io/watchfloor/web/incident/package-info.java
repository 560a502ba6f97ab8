/**
 * One incident's page, and the pages of its parts: alerts, story, graph and neighbours.
 * The next rooms are {@code web.parts}, which knows what stands on which page, and
 * {@code web.entity}, which lists its devices and evidence.
 */
@NullMarked
package io.watchfloor.web.incident;

import org.jspecify.annotations.NullMarked;
