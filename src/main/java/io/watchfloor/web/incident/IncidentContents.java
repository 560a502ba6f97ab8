package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Incident;
import io.watchfloor.web.entity.Entities;
import io.watchfloor.web.entity.Entity;
import io.watchfloor.web.entity.EntityView;
import io.watchfloor.web.format.SeverityView;
import io.watchfloor.web.format.SourceDetails;

/**
 * The alerts of an incident and what they name. An incident may be large, so that only
 * what a page asks for is prepared for it.
 */
final class IncidentContents {

	/**
	 * The most alerts of an incident that stands whole on one page.
	 */
	static final int MOST_ALERTS = 25;

	/**
	 * The most pieces of evidence, and the most assets, of an incident that stands whole
	 * on one page.
	 */
	static final int MOST_ENTITIES = 200;

	private static final int MOST_HIGHLIGHTS = 10;

	private final List<Alert> alerts;

	private final Entities entities;

	private final List<Entity> assets;

	private final List<Entity> evidence;

	private final Instant now;

	private final SourceDetails source;

	/**
	 * The number of the first alert with each recommended action.
	 */
	private final Map<String, Integer> advised = new HashMap<>();

	private IncidentContents(List<Alert> alerts, Entities entities, Instant now, SourceDetails source) {
		this.alerts = alerts;
		this.entities = entities;
		this.assets = entities.foremost(true);
		this.evidence = entities.foremost(false);
		this.now = now;
		this.source = source;
		numbers().forEach((number) -> {
			String advice = alert(number).recommendedActions();
			if (advice != null) {
				this.advised.putIfAbsent(advice, number);
			}
		});
	}

	/**
	 * Collect the contents of an incident.
	 * @param now the time that it is
	 * @param source what the source of the incident gives
	 */
	static IncidentContents of(Incident incident, Instant now, SourceDetails source) {
		List<Alert> alerts = AlertView.inOrder(incident);
		return new IncidentContents(alerts, Entities.of(alerts, source), now, source);
	}

	/**
	 * Return whether it is too large for one page.
	 */
	boolean large() {
		return this.alerts.size() > MOST_ALERTS || this.assets.size() > MOST_ENTITIES
				|| this.evidence.size() > MOST_ENTITIES;
	}

	/**
	 * Return the alerts, the first of which has the number 1.
	 */
	List<Alert> alerts() {
		return this.alerts;
	}

	Entities entities() {
		return this.entities;
	}

	/**
	 * Return the assets, those that most alerts name first.
	 */
	List<Entity> assets() {
		return this.assets;
	}

	/**
	 * Return the evidence, the worst verdict first.
	 */
	List<Entity> evidence() {
		return this.evidence;
	}

	/**
	 * Return the numbers of the alerts in order.
	 */
	List<Integer> numbers() {
		return IntStream.rangeClosed(1, this.alerts.size()).boxed().toList();
	}

	/**
	 * Return the numbers of the worst alerts, the highest severity first and then the
	 * latest.
	 * @param most how many at most
	 */
	List<Integer> worst(int most) {
		return numbers().stream()
			.sorted(Comparator.comparing((Integer number) -> SeverityView.of(alert(number).severity()).rank())
				.thenComparing(Comparator.naturalOrder())
				.reversed())
			.limit(most)
			.toList();
	}

	/**
	 * Prepare alerts for a page.
	 * @param numbers which alerts
	 * @param mentions how many entities of each kind an alert lists
	 */
	List<AlertView> views(List<Integer> numbers, int mentions) {
		return numbers.stream()
			.map((number) -> AlertView.of(number, alert(number), this.entities.namedBy(number, mentions), this.now,
					this.source, this.advised.getOrDefault(alert(number).recommendedActions(), number)))
			.toList();
	}

	/**
	 * Return what matters of a large incident.
	 */
	Highlights highlights() {
		return new Highlights(views(worst(MOST_HIGHLIGHTS), 0), foremost(this.evidence), foremost(this.assets));
	}

	private List<EntityView> foremost(List<Entity> entities) {
		return this.entities.views(entities.stream().limit(MOST_HIGHLIGHTS).toList());
	}

	private Alert alert(int number) {
		return this.alerts.get(number - 1);
	}

	/**
	 * What matters of a large incident.
	 *
	 * @param alerts the worst alerts
	 * @param evidence the worst evidence
	 * @param assets the assets that most alerts name
	 */
	record Highlights(List<AlertView> alerts, List<EntityView> evidence, List<EntityView> assets) {
	}

}
