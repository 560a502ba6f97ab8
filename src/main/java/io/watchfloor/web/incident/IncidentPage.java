package io.watchfloor.web.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.SourceDetail;
import io.watchfloor.queue.TechniqueNames;
import io.watchfloor.web.address.PortalLink;
import io.watchfloor.web.entity.EntityGroup;
import io.watchfloor.web.entity.Fact;
import io.watchfloor.web.entity.Facts;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.ProductNames;
import io.watchfloor.web.format.SeverityView;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.format.StatusView;
import io.watchfloor.web.format.Terms;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an incident shows: {@code incident.html} knows it as {@code incident}.
 *
 * @param id the incident's number
 * @param name its name in full
 * @param severity its severity
 * @param status its status
 * @param owner whom it is assigned to, or {@code null}
 * @param classification its classification in words
 * @param age how long ago it was created, or {@code null}
 * @param tags its tags
 * @param facts further facts about the incident as a whole
 * @param portal the address of its page in the Defender portal
 * @param mergedInto the number of the incident that it was merged into, or {@code null}
 * @param milestones the milestones of its life
 * @param tactics the tactics of the attack, with their techniques
 * @param comments its comments, in order of time
 * @param contents its alerts and what they name
 * @param supplement what only some sources give
 */
record IncidentPage(long id, String name, SeverityView severity, StatusView status, @Nullable String owner,
		String classification, @Nullable String age, List<String> tags, List<Fact> facts, String portal,
		@Nullable Long mergedInto, List<Milestone> milestones, List<TacticView> tactics, List<CommentView> comments,
		IncidentContents contents, SupplementView supplement) {

	private static final int MOST_ALERTS_UNFOLDED = 10;

	/**
	 * Create the page of an incident.
	 * @param incident the incident
	 * @param tenantId the tenant that it belongs to
	 * @param now the time that it is
	 * @param source what the source of the incident gives
	 */
	static IncidentPage of(Incident incident, String tenantId, Instant now, SourceDetails source) {
		IncidentContents contents = IncidentContents.of(incident, now, source);
		return new IncidentPage(incident.id(), ForeignText.lineOr(incident.name(), "Incident without a name"),
				SeverityView.of(incident.severity()), StatusView.of(incident.status()),
				ForeignText.line(incident.assignedTo()), Terms.classification(incident.classification()),
				age(incident, now),
				incident.tags().stream().map(ForeignText::line).filter(Objects::nonNull).distinct().toList(),
				facts(incident, source), PortalLink.of(incident, tenantId), mergedInto(incident),
				Milestone.of(incident, now), TacticView.of(contents.alerts()), CommentView.of(incident.comments(), now),
				contents, SupplementView.of(incident.supplement(), source));
	}

	/**
	 * Return all alerts, in order of time.
	 */
	public List<AlertView> alerts() {
		return this.contents.views(this.contents.numbers(), Integer.MAX_VALUE);
	}

	/**
	 * Return everything that was attacked.
	 */
	public List<EntityGroup> assets() {
		return this.contents.entities().groups(true);
	}

	/**
	 * Return all evidence.
	 */
	public List<EntityGroup> evidence() {
		return this.contents.entities().groups(false);
	}

	/**
	 * Return the graph of alerts and entities, or {@code null} if it would have no edges.
	 */
	public @Nullable GraphView graph() {
		return AlertGraph.of(alerts(), Stream.concat(assets().stream(), evidence().stream()).toList());
	}

	/**
	 * Return whether the alerts are few enough to be open from the start.
	 */
	public boolean alertsOpen() {
		return alertCount() <= MOST_ALERTS_UNFOLDED;
	}

	/**
	 * Return the release of ATT&amp;CK that names the techniques.
	 */
	public String attackRelease() {
		return TechniqueNames.release();
	}

	/**
	 * Return how many alerts there are.
	 */
	public int alertCount() {
		return this.contents.alerts().size();
	}

	/**
	 * Return how many assets there are.
	 */
	public int assetCount() {
		return this.contents.assets().size();
	}

	/**
	 * Return how many pieces of evidence there are.
	 */
	public int evidenceCount() {
		return this.contents.evidence().size();
	}

	private static List<Fact> facts(Incident incident, SourceDetails source) {
		Facts facts = new Facts().text("Classification", Terms.classification(incident.classification()))
			.term("Determination", incident.determination());
		Milestone.spans(incident).forEach(facts::text);
		addDetection(facts, incident, source);
		incident.alerts().forEach((alert) -> facts.text("Service sources", ProductNames.of(alert.serviceSource())));
		incident.alerts().forEach((alert) -> facts.text("Threat families", alert.threatFamilyName()));
		incident.alerts().forEach((alert) -> facts.text("Actors", alert.actorName()));
		facts.text("Last changed by", incident.supplement().lastModifiedBy());
		return facts.toList();
	}

	private static void addDetection(Facts facts, Incident incident, SourceDetails source) {
		if (source.gives(SourceDetail.INCIDENT_DETECTION_SOURCE)) {
			facts.text("First noticed by", ProductNames.of(incident.detectionSource()));
			return;
		}
		facts.text("First noticed by", SourceDetails.NOT_GIVEN);
		incident.alerts().forEach((alert) -> facts.text("Alerts noticed by", ProductNames.of(alert.detectionSource())));
	}

	private static @Nullable String age(Incident incident, Instant now) {
		Instant created = incident.created();
		return (created != null && created.isBefore(now)) ? Times.exact(Duration.between(created, now)) : null;
	}

	private static @Nullable Long mergedInto(Incident incident) {
		Long target = incident.redirectedTo();
		return (target != null && target > 0 && target != incident.id()) ? target : null;
	}

}
