package io.watchfloor.web.incident;

import java.util.List;

import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.entity.Entity;
import io.watchfloor.web.entity.EntityView;
import io.watchfloor.web.format.SeverityView;
import io.watchfloor.web.parts.IncidentPart;
import io.watchfloor.web.parts.PartAddresses;
import io.watchfloor.web.parts.PartPager;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * A page of one part of an incident: {@code part.html} knows it as {@code part}. Of the
 * lists, one has something.
 *
 * @param part which part
 * @param total how much the part has
 * @param named the number of the alert that names everything on the page, or {@code null}
 * if the page does not ask for one alert
 * @param address the address of the page
 * @param pager the links to the other pages
 * @param alerts the alerts
 * @param entities the assets or the evidence
 * @param graph the graph, or {@code null} if there is nothing to join
 * @param heads what the graph says of each alert, the first of which has the number 1
 */
record PartPage(IncidentPart part, int total, @Nullable Integer named, String address, PartPager pager,
		List<AlertView> alerts, List<EntityView> entities, @Nullable GraphView graph, List<AlertHead> heads) {

	/**
	 * How many entities of each kind an alert lists.
	 */
	private static final int MOST_MENTIONS = 2;

	/**
	 * Create the page that an address asks for.
	 * @throws BadParameterException when a parameter has a value that it cannot take
	 */
	static PartPage of(IncidentPart part, OpenIncident incident, MultiValueMap<String, String> parameters) {
		IncidentContents contents = incident.contents();
		PartAddresses addresses = incident.addresses();
		int page = addresses.query().page();
		return switch (part) {
			case ALERTS -> ofAlerts(contents, page, addresses);
			case ASSETS -> ofEntities(part, contents, contents.assets(), named(parameters), page, addresses);
			case EVIDENCE -> ofEntities(part, contents, contents.evidence(), named(parameters), page, addresses);
			case GRAPH -> ofGraph(contents, page, addresses);
			case RELATED -> ofRelated(incident.context().relatedNumber(), page, addresses);
		};
	}

	/**
	 * Return how many alerts the graph leaves out.
	 */
	public int undrawn() {
		return (this.graph != null)
				? this.heads.size() - this.graph.alerts().stream().mapToInt((node) -> node.numbers().size()).sum() : 0;
	}

	private static @Nullable Integer named(MultiValueMap<String, String> parameters) {
		String alert = IncidentQueryParameters.first(parameters, PartAddresses.ALERT);
		if (alert != null && !alert.matches("[1-9][0-9]{0,8}")) {
			throw new BadParameterException(PartAddresses.ALERT, "the number of an alert, from 1");
		}
		return (alert != null) ? Integer.valueOf(alert) : null;
	}

	private static PartPage ofAlerts(IncidentContents contents, int page, PartAddresses addresses) {
		IncidentPart part = IncidentPart.ALERTS;
		List<Integer> numbers = PartPager.slice(contents.numbers(), page, part.size());
		return new PartPage(part, contents.alerts().size(), null, addresses.part(part, page),
				pager(part, contents.alerts().size(), null, page, addresses), contents.views(numbers, MOST_MENTIONS),
				List.of(), null, List.of());
	}

	private static PartPage ofEntities(IncidentPart part, IncidentContents contents, List<Entity> all,
			@Nullable Integer named, int page, PartAddresses addresses) {
		List<Entity> wanted = (named != null) ? all.stream().filter((entity) -> entity.isIn(named)).toList() : all;
		return new PartPage(part, wanted.size(), named, address(part, named, page, addresses),
				pager(part, wanted.size(), named, page, addresses), List.of(),
				contents.entities().views(PartPager.slice(wanted, page, part.size())), null, List.of());
	}

	private static PartPage ofGraph(IncidentContents contents, int page, PartAddresses addresses) {
		IncidentPart part = IncidentPart.GRAPH;
		List<Entity> all = contents.entities().mostNamed();
		List<EntityView> shown = contents.entities().views(PartPager.slice(all, page, part.size()));
		List<AlertHead> heads = contents.alerts()
			.stream()
			.map((alert) -> new AlertHead(AlertView.title(alert), SeverityView.of(alert.severity())))
			.toList();
		return new PartPage(part, all.size(), null, addresses.part(part, page),
				pager(part, all.size(), null, page, addresses), List.of(), List.of(),
				(shown.isEmpty()) ? null : AlertGraph.ofPart(contents, shown), heads);
	}

	private static PartPage ofRelated(int total, int page, PartAddresses addresses) {
		IncidentPart part = IncidentPart.RELATED;
		return new PartPage(part, total, null, addresses.part(part, page),
				pager(part, Math.max(1, total), null, page, addresses), List.of(), List.of(), null, List.of());
	}

	private static PartPager pager(IncidentPart part, int total, @Nullable Integer named, int page,
			PartAddresses addresses) {
		return PartPager.of(page, part.size(), total, (number) -> address(part, named, number, addresses));
	}

	private static String address(IncidentPart part, @Nullable Integer named, int page, PartAddresses addresses) {
		return (named != null) ? addresses.named(part, named, page) : addresses.part(part, page);
	}

	/**
	 * What the graph says of an alert.
	 *
	 * @param title what happened
	 * @param severity its severity
	 */
	record AlertHead(String title, SeverityView severity) {
	}

}
