/**
 * One incident's page: alerts, story, graph and neighbours. The next room is
 * {@code web.entity}, which lists its devices and evidence.
 */
@NullMarked
package io.watchfloor.web.incident;

import org.jspecify.annotations.NullMarked;
