package io.watchfloor.web.export;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import io.watchfloor.defender.SourceDetail;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.web.format.SourceDetails;
import org.jspecify.annotations.Nullable;

/**
 * A field of an exported incident, the same in every format. Values are the API's own
 * words.
 *
 * @param name the CSV column and JSON property
 * @param detail what a source has to give for it, or {@code null} if every source does
 * @param value a {@code String}, {@code Long}, {@code Integer}, {@code Instant} or list
 * of {@code String}; never {@code null}, but empty where the API said nothing
 */
record ExportField(String name, @Nullable SourceDetail detail, Function<IncidentSummary, Object> value) {

	/**
	 * The fields in order.
	 */
	static final List<ExportField> ALL = List.of(new ExportField("id", IncidentSummary::id),
			new ExportField("name", IncidentSummary::name),
			new ExportField("severity", (incident) -> incident.severity().word()),
			new ExportField("priorityScore", SourceDetail.SUPPLEMENT, ExportField::priorityScore),
			new ExportField("status", (incident) -> incident.status().word()),
			new ExportField("assignedTo", IncidentSummary::assignedTo),
			new ExportField("classification", IncidentSummary::classification),
			new ExportField("determination", IncidentSummary::determination),
			new ExportField("mergedInto", (summary) -> (summary.redirectedTo() != 0) ? summary.redirectedTo() : ""),
			time("created", IncidentSummary::created), time("updated", IncidentSummary::updated),
			time("firstActivity", IncidentSummary::firstActivity), time("lastActivity", IncidentSummary::lastActivity),
			new ExportField("alerts", IncidentSummary::alerts),
			new ExportField("serviceSources", IncidentSummary::sources),
			new ExportField("detectionSources", IncidentSummary::detections),
			new ExportField("categories", IncidentSummary::categories),
			new ExportField("techniques", IncidentSummary::techniques),
			new ExportField("threats", IncidentSummary::threats), new ExportField("tags", IncidentSummary::tags),
			new ExportField("investigations", SourceDetail.INVESTIGATION, IncidentSummary::investigations),
			new ExportField("devices", IncidentSummary::devices), new ExportField("users", IncidentSummary::users),
			new ExportField("mailboxes", IncidentSummary::mailboxes),
			new ExportField("operatingSystems", IncidentSummary::systems),
			new ExportField("deviceGroups", IncidentSummary::groups));

	/**
	 * Create a field that every source gives.
	 */
	ExportField(String name, Function<IncidentSummary, Object> value) {
		this(name, null, value);
	}

	private static Object priorityScore(IncidentSummary summary) {
		byte score = summary.priorityScore();
		return (score != IncidentSummary.NO_PRIORITY) ? (int) score : "";
	}

	private static ExportField time(String name, Function<IncidentSummary, @Nullable Instant> time) {
		return new ExportField(name, (incident) -> {
			Instant known = time.apply(incident);
			return (known != null) ? known : "";
		});
	}

	Object of(IncidentSummary summary) {
		return this.value.apply(summary);
	}

	/**
	 * Return whether a source gives this field, so that nothing in it means none.
	 */
	boolean isGivenBy(SourceDetails source) {
		return this.detail == null || source.gives(this.detail);
	}

}
