package io.watchfloor.defender.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.Incident.Comment;
import io.watchfloor.defender.Incident.Supplement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes an {@link Incident} of Microsoft Graph's.
 *
 * @param mapper reads texts, numbers and times as they really come
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/resources/security-incident">incident
 * resource type</a>
 */
record IncidentMapping(JsonMapper mapper) {

	/**
	 * The order of an incident's alerts, the same for those that came with it and those
	 * that were read apart.
	 */
	static final Comparator<Alert> OLDEST_FIRST = Comparator
		.comparing(Alert::created, Comparator.nullsFirst(Comparator.naturalOrder()))
		.thenComparing(Alert::id, Comparator.nullsFirst(Comparator.naturalOrder()));

	/**
	 * Make an incident, with its alerts where they came with it.
	 * @param object the incident as it was sent
	 * @return the incident, of number 0 if it has none
	 */
	Incident incident(JsonNode object) {
		Fields incident = new Fields(this.mapper, object);
		AlertMapping alerts = new AlertMapping(this.mapper);
		return new Incident(Objects.requireNonNullElse(incident.number("id"), 0L),
				incident.number("redirectIncidentId"), incident.text("displayName"), incident.time("createdDateTime"),
				incident.time("lastUpdateDateTime"), incident.text("assignedTo"), incident.word("status"),
				GraphWords.severity(incident.text("severity")), incident.word("classification"),
				GraphWords.determination(incident.text("determination")), null, incident.texts("customTags", "tags"),
				incident.each("comments").stream().map(IncidentMapping::comment).toList(),
				incident.each("alerts").stream().map(alerts::alert).sorted(OLDEST_FIRST).toList(),
				incident.text("incidentWebUrl"), supplement(incident));
	}

	/**
	 * Published samples of lists still have the names of the Defender API.
	 */
	static Comment comment(Fields comment) {
		return new Comment(comment.text("comment"), comment.text("createdByDisplayName", "createdBy"),
				comment.time("createdDateTime", "createdTime", "createTime"));
	}

	private static Supplement supplement(Fields incident) {
		return new Supplement(score(incident.number("priorityScore")), incident.texts("systemTags"),
				incident.text("summary"), incident.text("lastModifiedBy"), incident.text("resolvingComment"));
	}

	private static @Nullable Integer score(@Nullable Long score) {
		return (score != null && score >= 0 && score <= 100) ? Integer.valueOf(score.intValue()) : null;
	}

	/**
	 * Return an incident with alerts that were read apart.
	 */
	static Incident joined(Incident incident, List<Alert> alerts) {
		return incident.with(alerts.stream().sorted(OLDEST_FIRST).toList(), false);
	}

}
