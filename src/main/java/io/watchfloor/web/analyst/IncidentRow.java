package io.watchfloor.web.analyst;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.queue.Ages;
import io.watchfloor.queue.Attention;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchMatcher;
import io.watchfloor.queue.SearchText;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.web.format.Defang;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.ProductNames;
import io.watchfloor.web.format.SeverityView;
import io.watchfloor.web.format.StatusView;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * An incident as a row of a list or table shows it.
 *
 * @param summary the incident
 * @param address the address of its page
 * @param attention how much it needs a person, and why
 * @param age its age, such as {@code 5 h}, or {@value Ages#UNKNOWN}
 * @param updated when it last changed, in UTC to the minute and as short as can be, or
 * {@value Ages#UNKNOWN}
 * @param matches where search terms occur that the row does not show otherwise
 */
public record IncidentRow(IncidentSummary summary, String address, Attention attention, String age, String updated,
		List<MatchView> matches) {

	/**
	 * The most products that a row names: those of a large incident would fill a page.
	 */
	private static final int MOST_SOURCES = 2;

	/**
	 * The most matches that a row shows.
	 */
	private static final int MOST_MATCHES = 3;

	/**
	 * The most characters of a name or a tag that a row shows: more than Defender's own
	 * have, so that only texts that were made to fill screens are cut. The incident's
	 * page has them in full.
	 */
	private static final int LONGEST = 300;

	/**
	 * Create a row.
	 * @param summary the incident
	 * @param viewpoint who looks when
	 * @param path the address of the queue
	 */
	public static IncidentRow of(IncidentSummary summary, Viewpoint viewpoint, String path) {
		return of(summary, viewpoint, path, "");
	}

	/**
	 * Create a row that links to the incident within a view.
	 * @param view the view's parameters with their question mark, which the address of
	 * the incident carries on
	 */
	public static IncidentRow of(IncidentSummary summary, Viewpoint viewpoint, String path, String view) {
		return new IncidentRow(summary, path + "/" + summary.id() + view, Attention.of(summary, viewpoint),
				Ages.of(summary.created(), viewpoint.now()), updated(summary, viewpoint), List.of());
	}

	private static String updated(IncidentSummary summary, Viewpoint viewpoint) {
		Instant updated = summary.updated();
		return (updated != null) ? Times.brief(updated, viewpoint.now()) : Ages.UNKNOWN;
	}

	/**
	 * Return this row with the places where search terms occur, except those in its
	 * number, name, tags and first asset, which it shows.
	 * @param terms what was searched for
	 */
	public IncidentRow withMatches(List<SearchMatcher> terms) {
		String shown = SearchText.lower(String.join("\n", "#" + id(), name(), String.join("\n", tags()), asset()));
		List<MatchView> found = terms.stream()
			.filter((term) -> !term.term().excluded())
			.flatMap((term) -> Stream.ofNullable(term.find(this.summary.text())))
			.filter((match) -> !shown.contains(SearchText.lower(match.match())))
			.map(MatchView::of)
			.distinct()
			.limit(MOST_MATCHES)
			.toList();
		return new IncidentRow(this.summary, this.address, this.attention, this.age, this.updated, found);
	}

	/**
	 * Return the incident's number.
	 */
	public long id() {
		return this.summary.id();
	}

	/**
	 * Return the HTML id of the row.
	 */
	public String anchor() {
		return anchor(id());
	}

	/**
	 * Return the HTML id of an incident's row on the queue's page, to which the
	 * incident's page links back.
	 */
	public static String anchor(long id) {
		return "incident-" + id;
	}

	/**
	 * Return why it ranks where it does by attention, such as
	 * {@code High, unassigned for 5 h}.
	 */
	public String reason() {
		return this.attention.reason();
	}

	/**
	 * Return its score by attention, empty if it is closed.
	 */
	public String score() {
		return this.summary.isOpen() ? Integer.toString(this.attention.score()) : "";
	}

	/**
	 * Return Defender's own priority score, empty if there is none.
	 */
	public String priority() {
		byte score = this.summary.priorityScore();
		return (score != IncidentSummary.NO_PRIORITY) ? Integer.toString(score) : "";
	}

	/**
	 * Return the incident's name, or else its number.
	 */
	public String name() {
		return title(this.summary);
	}

	/**
	 * Return its name with the addresses in it defanged, as tickets and chats need it, or
	 * {@code null} if there are none.
	 */
	public @Nullable String defangedName() {
		String name = name();
		String defanged = Defang.addresses(name);
		return defanged.equals(name) ? null : defanged;
	}

	/**
	 * Return its severity.
	 */
	public SeverityView severity() {
		return SeverityView.of(this.summary.severity().word());
	}

	/**
	 * Return its status.
	 */
	public StatusView status() {
		return StatusView.of(this.summary.status().word());
	}

	/**
	 * Return whom it is assigned to, or {@code null} for nobody.
	 */
	public @Nullable String assignee() {
		return this.summary.isAssigned() ? visible(this.summary.assignedTo()) : null;
	}

	/**
	 * Return the products that raised its alerts, such as {@code Endpoint, Identity +2}.
	 */
	public String sources() {
		List<String> names = this.summary.sources().stream().map(ProductNames::shortly).distinct().toList();
		String first = names.stream().limit(MOST_SOURCES).collect(Collectors.joining(", "));
		return (names.size() > MOST_SOURCES) ? first + " +" + (names.size() - MOST_SOURCES) : first;
	}

	/**
	 * Return how many alerts it has.
	 */
	public int alerts() {
		return this.summary.alerts();
	}

	/**
	 * Return the name of its first asset, empty if it has none.
	 */
	public String asset() {
		return Stream.of(this.summary.devices(), this.summary.users(), this.summary.mailboxes())
			.flatMap(List::stream)
			.findFirst()
			.map(IncidentRow::visible)
			.orElse("");
	}

	/**
	 * Return how many more assets it has, such as {@code +3}, empty for none.
	 */
	public String moreAssets() {
		return (this.summary.assets() > 1) ? "+" + (this.summary.assets() - 1) : "";
	}

	/**
	 * Return its tags.
	 */
	public List<String> tags() {
		return this.summary.tags().stream().map(IncidentRow::visible).toList();
	}

	/**
	 * Return when it was created, for the {@code datetime} attribute, or {@code null} if
	 * that is unknown.
	 */
	public @Nullable String created() {
		return iso(this.summary.created());
	}

	/**
	 * Return when it last changed, for the {@code datetime} attribute, or {@code null} if
	 * that is unknown.
	 */
	public @Nullable String updatedIso() {
		return iso(this.summary.updated());
	}

	/**
	 * Return the name of an incident, or else its number.
	 */
	public static String title(IncidentSummary summary) {
		return summary.name().isBlank() ? "Incident " + summary.id() : visible(summary.name());
	}

	private static @Nullable String iso(@Nullable Instant time) {
		return (time != null) ? Times.iso(time) : null;
	}

	/**
	 * Return a text that came from outside with its hidden characters made visible, cut
	 * if it is too long.
	 */
	private static String visible(String text) {
		return ForeignText.shortened(ForeignText.lineOr(text, ""), LONGEST);
	}

}
