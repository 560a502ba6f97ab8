/**
 * What analysts change in incidents: the form on an incident's page, its answers, undoing
 * and changes of many incidents. There is nothing of it unless {@code WATCHFLOOR_TRIAGE}
 * is on. The next room is {@code queue.triage}, which decides what is written.
 */
@NullMarked
package io.watchfloor.web.triage;

import org.jspecify.annotations.NullMarked;
