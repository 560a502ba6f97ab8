package io.watchfloor.web.incident;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.address.SavedViews;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.entity.Entity;
import io.watchfloor.web.frame.SavedViewsCookie;
import io.watchfloor.web.narrative.AttackSentences;
import io.watchfloor.web.narrative.EvidenceLinks;
import io.watchfloor.web.narrative.Sentence;
import io.watchfloor.web.parts.IncidentPart;
import io.watchfloor.web.parts.PageLimit;
import io.watchfloor.web.parts.PartAddresses;
import io.watchfloor.web.parts.PartLink;
import io.watchfloor.web.parts.Places;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * An incident that was read for a page, with what every page says of it.
 *
 * @param incident what every page shows
 * @param context what the analyst's queue knows about it
 * @param stamp when it was read, and its address
 * @param addresses the addresses of its pages
 * @param view what the analyst's queue holds
 * @param saved the views that the analyst saved
 */
record OpenIncident(IncidentPage incident, IncidentContext context, PrintStamp stamp, PartAddresses addresses,
		AnalystView view, SavedViews saved) {

	static OpenIncident of(Incident incident, Analyst analyst, AnalystView view, PartAddresses addresses,
			HttpServletRequest request) {
		return new OpenIncident(IncidentPage.of(incident, analyst.tenantId(), view.now(), view.source()),
				IncidentContext.of(incident, view, addresses.path()), PrintStamp.of(request, incident.id(), view.now()),
				addresses, view, SavedViewsCookie.read(request, analyst));
	}

	IncidentContents contents() {
		return this.incident.contents();
	}

	/**
	 * Make the page of the incident: whole or, if it is large, what matters of all parts.
	 */
	ModelAndView page(MultiValueMap<String, String> parameters) {
		if (!contents().large()) {
			return whole(parameters, PageLimit.ofOnePage(), address()).addObject("graph", this.incident.graph());
		}
		return model("incident/incident", PageLimit.ofPart(), inParts(this.addresses.incident()),
				this.addresses.query())
			.addObject("navigation", navigation(null))
			.addObject("highlights", contents().highlights())
			.addObject("story", AlertStory.ofWorst(contents(), StoryGrouping.of(parameters, contents().alerts()),
					address(), this.view.now()));
	}

	/**
	 * Make the page of the whole incident for print, however large it is.
	 */
	ModelAndView print(MultiValueMap<String, String> parameters) {
		return whole(parameters, PageLimit.none(), this.addresses.print()).addObject("print", true);
	}

	/**
	 * Make the page of the incident on one sheet of paper.
	 */
	ModelAndView sheet() {
		Places places = inParts("");
		List<Sentence> attack = attack(places);
		int written = attack.stream().mapToInt((sentence) -> sentence.text().length()).sum();
		return model("incident/sheet", PageLimit.ofSheet(written), places, attack, this.addresses.query())
			.addObject("highlights", contents().highlights());
	}

	private ModelAndView whole(MultiValueMap<String, String> parameters, PageLimit limit, String address) {
		return model("incident/incident", limit, Places.onOnePage(), this.addresses.query()).addObject("story",
				AlertStory.of(contents().alerts(), StoryGrouping.of(parameters, contents().alerts()), address,
						this.view.now()));
	}

	/**
	 * Make a page of one part.
	 * @param part what the page shows
	 */
	ModelAndView part(PartPage part) {
		return model("incident/part", PageLimit.ofPart(), inParts(part.address()), this.addresses.query().onPage(1))
			.addObject("part", part)
			.addObject("navigation", navigation(part.part()));
	}

	/**
	 * Create the model that all pages share.
	 * @param query the view that the incident was opened from
	 */
	private ModelAndView model(String template, PageLimit limit, Places places, IncidentQuery query) {
		return model(template, limit, places, attack(places), query);
	}

	private ModelAndView model(String template, PageLimit limit, Places places, List<Sentence> attack,
			IncidentQuery query) {
		return new ModelAndView(template).addObject("incident", this.incident)
			.addObject("attack", attack)
			.addObject("context", this.context)
			.addObject("stamp", this.stamp)
			.addObject("ticket", TicketText.of(this.incident, attack, this.context.reason(), this.stamp.address()))
			.addObject("neighbourhood",
					Neighbourhood.of(this.addresses.path(), this.incident.id(), query, this.saved, this.view.index(),
							this.view.viewpoint()))
			.addObject("addresses", this.addresses)
			.addObject("limit", limit)
			.addObject("places", places);
	}

	private List<Sentence> attack(Places places) {
		EvidenceLinks links = new EvidenceLinks(places::alert, places::entity, places::assets, places.alerts(),
				places.evidence());
		return AttackSentences.of(contents().alerts(), this.incident.assets(), links, this.view.now());
	}

	private String address() {
		return Neighbourhood.address(this.addresses.path(), this.incident.id(), this.addresses.query());
	}

	private Places inParts(String here) {
		return Places.inParts(this.addresses, here, anchors(contents().assets()), anchors(contents().evidence()));
	}

	private static List<String> anchors(List<Entity> entities) {
		return entities.stream().map(Entity::anchor).toList();
	}

	/**
	 * Return the links to all parts. How many incidents are related is told only where
	 * somebody looks at them or at all parts, since they have to be looked for.
	 * @param current the part that the page shows, or {@code null} for the incident's own
	 * page
	 */
	private List<PartLink> navigation(@Nullable IncidentPart current) {
		List<PartLink> links = new ArrayList<>();
		links.add(new PartLink("Overview", this.addresses.incident(), null, current == null));
		for (IncidentPart part : IncidentPart.values()) {
			links.add(new PartLink(part.label(), this.addresses.part(part, 1), count(part, current), part == current));
		}
		return links;
	}

	private @Nullable Integer count(IncidentPart part, @Nullable IncidentPart current) {
		return switch (part) {
			case ALERTS -> this.incident.alertCount();
			case ASSETS -> this.incident.assetCount();
			case EVIDENCE -> this.incident.evidenceCount();
			case GRAPH -> null;
			case RELATED -> (current == null || current == part) ? this.context.relatedNumber() : null;
		};
	}

}
