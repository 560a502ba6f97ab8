/**
 * What the forms of triage say: their fields are read, written and spelled as people
 * write them. The next room is {@code queue.triage}, which decides what is written.
 */
@NullMarked
package io.watchfloor.web.triage.form;

import org.jspecify.annotations.NullMarked;
