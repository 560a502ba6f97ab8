package io.watchfloor.soak;

import java.util.List;

/**
 * What was measured during a soak.
 *
 * @param nodes how many processes Watchfloor was
 * @param before what Watchfloor took before anybody signed in
 * @param periods what it took at the end of each period
 * @param after what it took after everybody had signed out
 * @param failed the pages of the last round that did not work
 */
record SoakResult(int nodes, ProcessStats before, List<ProcessStats> periods, ProcessStats after, List<Answer> failed) {
}
