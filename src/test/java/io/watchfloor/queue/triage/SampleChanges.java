package io.watchfloor.queue.triage;

import java.util.List;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one thing.
 */
final class SampleChanges {

	static final TriageChange NOTHING = new TriageChange(null, null, null, null, List.of(), List.of(), null);

	private SampleChanges() {
	}

	static TriageChange status(String status) {
		return new TriageChange(status, null, null, null, List.of(), List.of(), null);
	}

	static TriageChange owner(String owner) {
		return new TriageChange(null, owner, null, null, List.of(), List.of(), null);
	}

	static TriageChange judgement(@Nullable Classification classification, @Nullable Determination determination) {
		return new TriageChange(null, null, classification, determination, List.of(), List.of(), null);
	}

	static TriageChange falsePositive() {
		return judgement(Classification.FALSE_POSITIVE, Determination.NOT_MALICIOUS);
	}

	static TriageChange tags(List<String> added, List<String> removed) {
		return new TriageChange(null, null, null, null, added, removed, null);
	}

	static TriageChange comment(String comment) {
		return new TriageChange(null, null, null, null, List.of(), List.of(), comment);
	}

	static TriageChange resolved(String comment) {
		return new TriageChange("Resolved", null, Classification.FALSE_POSITIVE, Determination.NOT_MALICIOUS, List.of(),
				List.of(), comment);
	}

}
