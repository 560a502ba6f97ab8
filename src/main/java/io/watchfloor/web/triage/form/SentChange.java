package io.watchfloor.web.triage.form;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.TriageChange;
import org.jspecify.annotations.Nullable;

/**
 * Writes a change as the fields of a form send it; {@link TriageForm} reads it.
 */
public final class SentChange {

	private SentChange() {
	}

	/**
	 * Return the field of classification and determination, or {@code null} where they
	 * stay.
	 */
	public static @Nullable String judgement(TriageChange change) {
		return (change.classification() != null)
				? new Judgement(change.classification(), change.determination()).value() : null;
	}

	/**
	 * Return the field of the tags, or {@code null} where they stay.
	 * @param now the state that the form is made from
	 */
	public static @Nullable String tags(SeenState now, TriageChange change) {
		if (change.tagsAdded().isEmpty() && change.tagsRemoved().isEmpty()) {
			return null;
		}
		List<String> tags = new ArrayList<>(EditableTags.of(now.tags()));
		tags.removeAll(change.tagsRemoved());
		tags.addAll(change.tagsAdded());
		return EditableTags.write(tags);
	}

}
