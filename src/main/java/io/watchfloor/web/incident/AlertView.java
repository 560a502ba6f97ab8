package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.SourceDetail;
import io.watchfloor.web.entity.EntityMentions;
import io.watchfloor.web.entity.Fact;
import io.watchfloor.web.entity.Facts;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.LongText;
import io.watchfloor.web.format.ProductNames;
import io.watchfloor.web.format.SeverityView;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.format.StatusView;
import io.watchfloor.web.format.Tactic;
import io.watchfloor.web.format.Terms;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the page shows it.
 *
 * @param number its position in the order of time, from 1
 * @param title what happened, in a line
 * @param severity its severity
 * @param status its status
 * @param when when it began, or {@code null} if the API gives no time
 * @param sources the products and sensors that noticed it
 * @param category the tactic, or another word
 * @param description what happened, with line breaks
 * @param techniques its ATT&amp;CK techniques
 * @param advice what Microsoft advises to do, or {@code null} if it says nothing or the
 * same as for an alert before
 * @param advisedAt the number of the alert that has the same advice, or {@code null}
 * @param facts what else is known
 * @param mentions the devices and evidence that it names, by kind
 */
record AlertView(int number, String title, SeverityView severity, StatusView status, @Nullable TimeView when,
		String sources, @Nullable String category, @Nullable String description, List<TechniqueView> techniques,
		@Nullable LongText advice, @Nullable Integer advisedAt, List<Fact> facts, List<EntityMentions> mentions) {

	private static final Comparator<Alert> BY_TIME = Comparator.comparing(AlertView::began,
			Comparator.nullsLast(Comparator.naturalOrder()));

	/**
	 * Return the alerts of an incident in the order of their numbers: by when they began,
	 * or the next best time that is known. Those without a time are last.
	 */
	static List<Alert> inOrder(Incident incident) {
		return incident.alerts().stream().sorted(BY_TIME).toList();
	}

	/**
	 * Prepare an alert for a page.
	 * @param mentions what it names, by kind
	 * @param source what the source of the incident gives
	 * @param advisedAt the number of the first alert with the same advice
	 */
	static AlertView of(int number, Alert alert, List<EntityMentions> mentions, Instant now, SourceDetails source,
			int advisedAt) {
		boolean first = advisedAt == number;
		return new AlertView(number, title(alert), SeverityView.of(alert.severity()), StatusView.of(alert.status()),
				TimeView.of(began(alert), now), sources(alert), Tactic.label(alert.category()),
				ForeignText.lines(alert.description()),
				alert.techniques().stream().distinct().map(TechniqueView::of).toList(),
				(first) ? LongText.of(alert.recommendedActions()) : null, (first) ? null : advisedAt,
				facts(alert, source), mentions);
	}

	/**
	 * Return an alert's title in a line.
	 */
	static String title(Alert alert) {
		return ForeignText.lineOr(alert.title(), "Alert without a title");
	}

	/**
	 * Return when an alert's activity began, or the next best time that is known, or
	 * {@code null} if none is.
	 */
	static @Nullable Instant began(Alert alert) {
		return Stream.of(alert.firstActivity(), alert.created(), alert.lastActivity(), alert.lastUpdate())
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private static String sources(Alert alert) {
		return Stream.of(alert.serviceSource(), alert.detectionSource())
			.map(ProductNames::of)
			.filter(Objects::nonNull)
			.distinct()
			.collect(Collectors.joining(" · "));
	}

	private static List<Fact> facts(Alert alert, SourceDetails source) {
		Facts facts = new Facts().time("First activity", alert.firstActivity())
			.time("Last activity", alert.lastActivity())
			.time("Raised", alert.created())
			.time("Last update", alert.lastUpdate())
			.time("Resolved", alert.resolved())
			.text("Service source", ProductNames.of(alert.serviceSource()))
			.text("Detection source", ProductNames.of(alert.detectionSource()))
			.text("Threat family", alert.threatFamilyName())
			.text("Actor", alert.actorName())
			.text("Assigned to", alert.assignedTo())
			.text("Classification",
					(alert.classification() != null) ? Terms.classification(alert.classification()) : null)
			.term("Determination", alert.determination())
			.text("Investigation",
					source.gives(SourceDetail.INVESTIGATION) ? Terms.of(alert.investigationState())
							: SourceDetails.NOT_GIVEN)
			.code("Investigation id", alert.investigationId())
			.code("Detector id", alert.detectorId())
			.code("Alert id", alert.id())
			.code("Product's alert id", alert.providerAlertId());
		alert.systemTags().forEach((tag) -> facts.text("Tags by Defender", tag));
		return facts.toList();
	}

}
