package io.watchfloor.queue.triage;

import java.util.List;

import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an incident that analysts change, as one of them saw them: a form carries
 * them, so that a change by somebody else meanwhile is noticed. Words are the API's own.
 *
 * @param status the status, empty for none
 * @param assignedTo the owner's user name, empty for nobody
 * @param classification the classification, empty for none
 * @param determination the determination, empty for none
 * @param tags the labels that people gave it
 */
public record SeenState(String status, String assignedTo, String classification, String determination,
		List<String> tags) {

	public SeenState {
		tags = List.copyOf(tags);
	}

	/**
	 * Return the state of an incident.
	 */
	public static SeenState of(Incident incident) {
		throw new UnsupportedOperationException("not built yet");
	}

	/**
	 * Return the state as a text for a form.
	 */
	public String encoded() {
		throw new UnsupportedOperationException("not built yet");
	}

	/**
	 * Return the state that a form sent.
	 * @param text what {@link #encoded} made
	 * @return the state; {@code null} for a text that is none
	 */
	public static @Nullable SeenState decode(String text) {
		throw new UnsupportedOperationException("not built yet");
	}

}
