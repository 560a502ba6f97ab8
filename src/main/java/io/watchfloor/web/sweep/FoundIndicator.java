package io.watchfloor.web.sweep;

import java.util.List;

import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.sweep.Finding;
import io.watchfloor.queue.sweep.Indicator;
import io.watchfloor.queue.sweep.IndicatorKind;
import io.watchfloor.queue.sweep.Sighting;
import io.watchfloor.web.entity.EntitySearch;
import io.watchfloor.web.format.Defang;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * An indicator that incidents have, as the page shows it.
 *
 * @param label what it is, such as {@code IPv4 address}
 * @param value the indicator, defanged
 * @param raw the indicator to copy
 * @param number how many incidents have it, such as {@code 3 incidents}
 * @param address the address of the view of the queue with these incidents, or
 * {@code null} if the indicator is too long for one
 * @param rows the first of these incidents
 * @param more how many more there are, or {@code null} if all are shown
 */
record FoundIndicator(String label, String value, String raw, String number, @Nullable String address,
		List<SightingRow> rows, @Nullable String more) {

	/**
	 * The most characters of an indicator that are shown.
	 */
	private static final int LONGEST = 300;

	/**
	 * Create the view of a finding.
	 * @param mostRows the most incidents to show
	 * @param queue the path of the queue
	 */
	static FoundIndicator of(Finding finding, int mostRows, Viewpoint viewpoint, String queue) {
		List<SightingRow> rows = finding.sightings()
			.stream()
			.limit(mostRows)
			.map((sighting) -> SightingRow.of(sighting, viewpoint, queue))
			.toList();
		int all = finding.incidents() + finding.hostOnly();
		return new FoundIndicator(finding.indicator().label(), shown(finding.indicator()), finding.indicator().value(),
				number(finding), address(finding, queue), rows,
				(all > rows.size()) ? Numbers.of(all - rows.size()) + " more" : null);
	}

	/**
	 * Return how many incidents have an indicator, such as
	 * {@code 3 incidents, 2 more the host only}.
	 */
	static String number(Finding finding) {
		String hosts = Numbers.of(finding.hostOnly());
		if (finding.isHostOnly()) {
			return Numbers.of(finding.hostOnly(), "incident", "incidents") + ", host only";
		}
		String number = Numbers.of(finding.incidents(), "incident", "incidents");
		return (finding.hostOnly() > 0) ? number + ", " + hosts + " more the host only" : number;
	}

	/**
	 * Return the address of a search for what the incidents have: an incident may write
	 * an address in another way than the report.
	 */
	private static @Nullable String address(Finding finding, String queue) {
		Sighting first = finding.sightings().get(0);
		boolean domain = finding.indicator().kind() == IndicatorKind.DOMAIN;
		EntitySearch search = EntitySearch.words(domain ? finding.indicator().key() : first.text());
		return (search != null) ? queue + "?range=any&" + search.query() : null;
	}

	/**
	 * Return an indicator defanged, cut if it is too long.
	 */
	static String shown(Indicator indicator) {
		return ForeignText.shortened(ForeignText.lineOr(defanged(indicator), ""), LONGEST);
	}

	/**
	 * Return an indicator defanged.
	 */
	static String defanged(Indicator indicator) {
		String text = indicator.value();
		return switch (indicator.kind()) {
			case IP -> Defang.ip(text);
			case DOMAIN, URL -> Defang.url(text);
			case MAIL -> Defang.mail(text);
			case HASH -> text;
		};
	}

}
