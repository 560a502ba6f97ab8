package io.watchfloor.queue.triage;

import java.io.Serializable;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.queue.IncidentSummary;
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
		List<String> tags) implements Serializable {

	static final String STATUS = "status";

	static final String ASSIGNED_TO = "assignedTo";

	static final String CLASSIFICATION = "classification";

	static final String DETERMINATION = "determination";

	static final String TAGS = "tags";

	private static final int FIELDS_BEFORE_TAGS = 4;

	public SeenState {
		tags = List.copyOf(tags);
	}

	/**
	 * Return the state of an incident.
	 */
	public static SeenState of(Incident incident) {
		return new SeenState(text(incident.status()), text(incident.assignedTo()), text(incident.classification()),
				text(incident.determination()), incident.tags());
	}

	/**
	 * Return the state of an incident that a queue holds. Its labels may be Defender's
	 * own too, which a summary does not tell apart: they are left out of a comparison.
	 */
	public static SeenState of(IncidentSummary incident) {
		return new SeenState(incident.status().word(), incident.assignedTo(), incident.classification(),
				incident.determination(), incident.tags());
	}

	/**
	 * Return the state as a text for a form: its values with {@code &} between them, each
	 * encoded as in a query.
	 */
	public String encoded() {
		return Stream
			.concat(Stream.of(this.status, this.assignedTo, this.classification, this.determination),
					this.tags.stream())
			.map((value) -> URLEncoder.encode(value, StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	/**
	 * Return the state that a form sent.
	 * @param text what {@link #encoded} made
	 * @return the state; {@code null} for a text that is none
	 */
	public static @Nullable SeenState decode(String text) {
		List<String> values = new ArrayList<>();
		try {
			for (String value : text.split("&", -1)) {
				values.add(URLDecoder.decode(value, StandardCharsets.UTF_8));
			}
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
		return (values.size() < FIELDS_BEFORE_TAGS) ? null : new SeenState(values.get(0), values.get(1), values.get(2),
				values.get(3), values.subList(FIELDS_BEFORE_TAGS, values.size()));
	}

	/**
	 * Return the names of the fields in which another state differs.
	 */
	List<String> differences(SeenState other) {
		return new StateComparison(this, other).differences();
	}

	/**
	 * Return the state as it is once an update is written.
	 */
	SeenState with(IncidentUpdate update) {
		Classification classified = update.classification();
		Determination determined = update.determination();
		return new SeenState(Objects.requireNonNullElse(update.status(), this.status),
				Objects.requireNonNullElse(update.assignedTo(), this.assignedTo),
				(classified != null) ? classified.word() : this.classification,
				(determined != null) ? determined.word() : this.determination,
				Objects.requireNonNullElse(update.tags(), this.tags));
	}

	/**
	 * Return this state with the values that another has in some fields.
	 */
	SeenState with(SeenState other, Collection<String> fields) {
		return new SeenState(fields.contains(STATUS) ? other.status : this.status,
				fields.contains(ASSIGNED_TO) ? other.assignedTo : this.assignedTo,
				fields.contains(CLASSIFICATION) ? other.classification : this.classification,
				fields.contains(DETERMINATION) ? other.determination : this.determination,
				fields.contains(TAGS) ? other.tags : this.tags);
	}

	/**
	 * Return this state without Defender's own labels, which a queue's summary has among
	 * those that people gave.
	 * @param systemTags Defender's own
	 * @param given those that people gave, which may have the name of one of those
	 */
	SeenState withoutSystemTags(Collection<String> systemTags, Collection<String> given) {
		Set<String> kept = TagChange.names(given);
		List<String> gone = TagChange.names(systemTags).stream().filter((name) -> !kept.contains(name)).toList();
		return new SeenState(this.status, this.assignedTo, this.classification, this.determination,
				new TagChange(List.of(), gone).applyTo(this.tags));
	}

	private static String text(@Nullable String value) {
		return Objects.requireNonNullElse(value, "");
	}

}
