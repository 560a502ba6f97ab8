package io.watchfloor.web.triage;

import java.time.Instant;
import java.util.List;

import io.watchfloor.queue.triage.UndoEntry;
import io.watchfloor.web.format.Times;
import io.watchfloor.web.triage.desk.TriageDesk;
import io.watchfloor.web.triage.form.TriageWords;

/**
 * A change that can be undone, as a page prints it.
 *
 * @param entry names it in the form
 * @param incident the incident's number
 * @param written what was written
 * @param restores what undoing writes
 * @param until when it can be undone no longer, such as {@code 14:03:10 UTC}
 * @param untilIso the same for machines
 * @param newest whether it is the last change
 */
record UndoView(String entry, long incident, String written, String restores, String until, String untilIso,
		boolean newest) {

	/**
	 * Return the changes of a session that can be undone now, newest first.
	 */
	static List<UndoView> of(TriageDesk desk) {
		List<UndoEntry> entries = desk.triage().undoable();
		return entries.stream().map((entry) -> of(entry, entry == entries.get(0))).toList();
	}

	private static UndoView of(UndoEntry entry, boolean newest) {
		Instant until = entry.until();
		return new UndoView(entry.name(), entry.incident(), words(TriageWords.parts(entry.written().withoutComment())),
				words(TriageWords.parts(entry.restores())), Times.clock(until), Times.iso(until), newest);
	}

	private static String words(List<String> parts) {
		return String.join(" · ", parts);
	}

}
