package io.watchfloor.queue.sweep;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.text.Refang;
import io.watchfloor.queue.SearchField;
import io.watchfloor.queue.sweep.Sighting.Match;
import org.jspecify.annotations.Nullable;

/**
 * Searches incidents for many indicators in one pass: whatever has the form of an
 * indicator in the texts of an incident is looked up among those that are searched for.
 * To search for 5,000 one after the other would take as many passes.
 */
public final class Sweep {

	/**
	 * The most indicators that are searched for.
	 */
	public static final int MOST_INDICATORS = 5_000;

	/**
	 * The most incidents that are kept of an indicator, of either kind of match.
	 */
	public static final int MOST_SIGHTINGS = 10;

	/**
	 * What people write, who defang, and what may quote them. Other texts are as machines
	 * sent them.
	 */
	private static final Set<SearchField> WRITTEN_BY_PEOPLE = EnumSet.of(SearchField.NAME, SearchField.TAG,
			SearchField.COMMENT, SearchField.SUMMARY);

	private final Map<String, Tally> byKey = new HashMap<>();

	/**
	 * The URLs on each host.
	 */
	private final Map<String, List<Tally>> byHost = new HashMap<>();

	private final Map<Tally, Sighting> found = new HashMap<>();

	private Sweep(List<Indicator> indicators) {
		for (Indicator indicator : indicators) {
			Tally tally = new Tally(indicator);
			this.byKey.put(indicator.key(), tally);
			if (indicator.kind() == IndicatorKind.URL) {
				this.byHost.computeIfAbsent(UrlParts.of(indicator.value()).host(), (host) -> new ArrayList<>())
					.add(tally);
			}
		}
	}

	/**
	 * Search incidents for indicators.
	 * @param indicators the indicators, each once
	 * @param incidents the incidents, the most important first: of each indicator the
	 * first {@value #MOST_SIGHTINGS} are kept, and the others counted
	 * @return a finding for each indicator, in their order
	 */
	public static List<Finding> of(List<Indicator> indicators, Stream<IncidentSummary> incidents) {
		Sweep sweep = new Sweep(indicators);
		incidents.forEach(sweep::search);
		return indicators.stream()
			.map((indicator) -> Objects.requireNonNull(sweep.byKey.get(indicator.key())).finding())
			.toList();
	}

	private void search(IncidentSummary incident) {
		this.found.clear();
		incident.text().forEachLine((field, line) -> {
			String plain = WRITTEN_BY_PEOPLE.contains(field) ? Refang.of(line) : line;
			IndicatorScanner.scan(plain, (kind, text, before) -> lookUp(incident, field, kind, text));
		});
		this.found.forEach(Tally::add);
	}

	private void lookUp(IncidentSummary incident, SearchField field, IndicatorKind kind, String text) {
		switch (kind) {
			case IP -> {
				int slash = text.indexOf('/');
				String address = CanonicalForm.of(kind, (slash >= 0) ? text.substring(0, slash) : text);
				host(incident, field, String.valueOf(address));
			}
			case DOMAIN -> host(incident, field, CanonicalForm.host(text));
			case URL -> {
				UrlParts url = UrlParts.of(text);
				found(this.byKey.get(url.key()), incident, Match.ITSELF, field, text);
				found(this.byKey.get(url.withoutQuery()), incident, Match.ITSELF, field, text);
				host(incident, field, url.host());
			}
			case HASH -> found(this.byKey.get(text), incident, Match.ITSELF, field, text);
			case MAIL -> {
				found(this.byKey.get(String.valueOf(CanonicalForm.of(kind, text))), incident, Match.ITSELF, field,
						text);
				host(incident, field, CanonicalForm.host(text.substring(text.lastIndexOf('@') + 1)));
			}
		}
	}

	private void host(IncidentSummary incident, SearchField field, String host) {
		found(this.byKey.get(host), incident, Match.ITSELF, field, host);
		for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
			found(this.byKey.get(host.substring(dot + 1)), incident, Match.SUBDOMAIN, field, host);
		}
		this.byHost.getOrDefault(host, List.of()).forEach((url) -> found(url, incident, Match.HOST_ONLY, field, host));
	}

	private void found(@Nullable Tally tally, IncidentSummary incident, Match match, SearchField field, String text) {
		if (tally != null) {
			this.found.merge(tally, new Sighting(incident, match, field, text),
					(first, other) -> (other.match().compareTo(first.match()) < 0) ? other : first);
		}
	}

	/**
	 * Counts the incidents that have one indicator.
	 */
	private static final class Tally {

		private final Indicator indicator;

		private final List<Sighting> sightings = new ArrayList<>();

		private final List<Sighting> ofHost = new ArrayList<>();

		private int incidents;

		private int hostOnly;

		private Tally(Indicator indicator) {
			this.indicator = indicator;
		}

		private void add(Sighting sighting) {
			boolean weak = sighting.match() == Match.HOST_ONLY;
			List<Sighting> kept = weak ? this.ofHost : this.sightings;
			if (kept.size() < MOST_SIGHTINGS) {
				kept.add(sighting);
			}
			this.incidents += weak ? 0 : 1;
			this.hostOnly += weak ? 1 : 0;
		}

		private Finding finding() {
			List<Sighting> all = Stream.concat(this.sightings.stream(), this.ofHost.stream())
				.limit(MOST_SIGHTINGS)
				.toList();
			return new Finding(this.indicator, this.incidents, this.hostOnly, all);
		}

	}

}
