/**
 * What analysts triage in their sessions: the forms that are not written yet, the changes
 * and what can be undone, in the memory of this process or where every node finds it. The
 * next room is {@code web.triage}, which shows and changes it.
 */
@NullMarked
package io.watchfloor.web.triage.desk;

import org.jspecify.annotations.NullMarked;
