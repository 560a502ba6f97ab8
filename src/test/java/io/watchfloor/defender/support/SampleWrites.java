package io.watchfloor.defender.support;

import java.util.Arrays;
import java.util.List;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What is changed in tests of writing, and how.
 */
public final class SampleWrites {

	private SampleWrites() {
	}

	/**
	 * An active incident before a write.
	 * @param id its number
	 * @param alerts the ids of its alerts
	 */
	public static Incident before(long id, String... alerts) {
		return new Incident(id, null, "Incident " + id, null, null, null, "Active", "High", null, null, null, List.of(),
				List.of(), Arrays.stream(alerts).map(SampleWrites::alert).toList(), null);
	}

	private static Alert alert(String id) {
		return new Alert(id, null, null, null, null, null, null, null, null, null, null, "New", null, null, null, null,
				null, null, null, null, null, null, List.of(), List.of(), List.of());
	}

	/**
	 * A change of the status.
	 */
	public static IncidentUpdate status(String status) {
		return new IncidentUpdate(status, null, null, null, null, null);
	}

	/**
	 * A change of the owner.
	 */
	public static IncidentUpdate owner(String assignedTo) {
		return new IncidentUpdate(null, assignedTo, null, null, null, null);
	}

	/**
	 * A change of the judgement.
	 */
	public static IncidentUpdate judgement(@Nullable Classification classification,
			@Nullable Determination determination) {
		return new IncidentUpdate(null, null, classification, determination, null, null);
	}

	/**
	 * A change of the labels.
	 */
	public static IncidentUpdate tags(String... tags) {
		return new IncidentUpdate(null, null, null, null, List.of(tags), null);
	}

	/**
	 * A comment.
	 */
	public static IncidentUpdate comment(String comment) {
		return new IncidentUpdate(null, null, null, null, null, comment);
	}

}
