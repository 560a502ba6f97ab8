package io.watchfloor.queue.index;

import java.util.Set;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.SearchTerms;

/**
 * The views that are measured, each over all incidents of a {@link Tenant} but where it says
 * otherwise.
 */
public enum View {

	/** First page, last updated first. */
	EVERYTHING(all()),

	/** A page deep inside. */
	PAGE_1000(all().onPage(1000)),

	/** The default range. */
	THIRTY_DAYS(IncidentQuery.DEFAULT),

	/** The usual view of open incidents. */
	OPEN(all().with(Facet.STATUS, Set.of(Facet.OPEN))),

	/** Two filters of one value each. */
	SEVERITY_AND_SOURCE(
			all().with(Facet.SEVERITY, Set.of("High")).with(Facet.SOURCE, Set.of("MicrosoftDefenderForEndpoint"))),

	/** Five filters. */
	FIVE_FILTERS(all().with(Facet.STATUS, Set.of("Resolved"))
		.with(Facet.SEVERITY, Set.of("High", "Medium"))
		.with(Facet.CATEGORY, Set.of("Execution", "InitialAccess", "Malware"))
		.with(Facet.OS, Set.of("Windows11"))
		.with(Facet.CLASSIFICATION, Set.of("TruePositive"))),

	/** One device. */
	ASSET(all().with(Facet.ASSET, Set.of("ws-0008.corp.contoso.com"))),

	/** A word that few incidents have. */
	RARE_WORD(all().withTerms(SearchTerms.parse("srv-0413"))),

	/** A word that many incidents have. */
	COMMON_WORD(all().withTerms(SearchTerms.parse("suspicious"))),

	/** A word that no incident has. */
	NO_SUCH_WORD(all().withTerms(SearchTerms.parse("mimikatz.local"))),

	/** Two words. */
	TWO_WORDS(all().withTerms(SearchTerms.parse("powershell exec-"))),

	/** Two letters. */
	SHORT_WORD(all().withTerms(SearchTerms.parse("qx"))),

	/** By name. */
	BY_NAME(all().with(ascending(IncidentOrder.Column.NAME))),

	/** By severity, highest first. */
	BY_SEVERITY(all().with(descending(IncidentOrder.Column.SEVERITY))),

	/** By attention. */
	BY_ATTENTION(all().with(ascending(IncidentOrder.Column.ATTENTION))),

	/** By owner, on a page deep inside. */
	BY_ASSIGNEE_PAGE_1000(all().with(ascending(IncidentOrder.Column.ASSIGNEE)).onPage(1000)),

	/** By number of assets, most first. */
	BY_ASSETS(all().with(descending(IncidentOrder.Column.ASSETS))),

	/** Filtered, searched and sorted. */
	EVERYTHING_AT_ONCE(all().with(Facet.STATUS, Set.of("Active", "InProgress", "Resolved"))
		.with(Facet.SEVERITY, Set.of("High", "Medium"))
		.withTerms(SearchTerms.parse("corp.contoso"))
		.with(descending(IncidentOrder.Column.CREATED)));

	private final IncidentQuery query;

	View(IncidentQuery query) {
		this.query = query;
	}

	public IncidentQuery query() {
		return this.query;
	}

	private static IncidentQuery all() {
		return IncidentQuery.DEFAULT.with(Tenant.WHOLE);
	}

	private static IncidentOrder ascending(IncidentOrder.Column column) {
		return new IncidentOrder(column, false);
	}

	private static IncidentOrder descending(IncidentOrder.Column column) {
		return new IncidentOrder(column, true);
	}

}
