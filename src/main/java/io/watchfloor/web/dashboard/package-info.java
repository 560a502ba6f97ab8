/**
 * The front page: landing page, dashboard and wall display. The next room is
 * {@code queue.statistics}, which counts.
 */
@NullMarked
package io.watchfloor.web.dashboard;

import org.jspecify.annotations.NullMarked;
