package io.watchfloor.web.analyst;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.queue.Attention;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.ProductNames;
import io.watchfloor.web.format.SeverityView;
import io.watchfloor.web.format.StatusView;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * A row of the queue.
 *
 * @param summary the incident
 * @param address its page
 * @param reason why it needs attention, empty where it does not
 * @param age how long ago it was created
 */
public record IncidentRow(IncidentSummary summary, String address, String reason, String age) {

	/**
	 * How many products a row names: those of a large incident would fill a page.
	 */
	private static final int MOST_SOURCES = 2;

	/**
	 * How many characters of a name or a tag a row shows: more than Defender's own have,
	 * so that only one that was made to fill screens is cut. Its page has it in full.
	 */
	private static final int LONGEST = 300;

	/**
	 * A row.
	 * @param summary the incident
	 * @param viewpoint who looks when
	 * @param path the address of the queue
	 */
	public static IncidentRow of(IncidentSummary summary, Viewpoint viewpoint, String path) {
		return of(summary, viewpoint, path, "");
	}

	/**
	 * A row of a view.
	 * @param view the view's parameters with their question mark, which the address of
	 * the incident carries on
	 */
	public static IncidentRow of(IncidentSummary summary, Viewpoint viewpoint, String path, String view) {
		return new IncidentRow(summary, path + "/" + summary.id() + view, Attention.of(summary, viewpoint).reason(),
				Times.rough(Duration.between(summary.created(), viewpoint.now())));
	}

	/**
	 * The incident's number.
	 */
	public long id() {
		return this.summary.id();
	}

	/**
	 * The row's id on the page.
	 */
	public String anchor() {
		return anchor(id());
	}

	/**
	 * The id of an incident's row on the queue's page, to which a way back leads.
	 */
	public static String anchor(long id) {
		return "incident-" + id;
	}

	/**
	 * The incident's title.
	 */
	public String name() {
		return title(this.summary);
	}

	public SeverityView severity() {
		return SeverityView.of(this.summary.severity());
	}

	public StatusView status() {
		return StatusView.of(this.summary.status());
	}

	/**
	 * Its owner, or {@code null} for nobody.
	 */
	public @Nullable String assignee() {
		return this.summary.isAssigned() ? visible(this.summary.assignedTo()) : null;
	}

	/**
	 * The products that raised its alerts, such as {@code Endpoint, Identity +2}.
	 */
	public String sources() {
		List<String> names = this.summary.sources().stream().map(ProductNames::shortly).distinct().toList();
		String first = names.stream().limit(MOST_SOURCES).collect(Collectors.joining(", "));
		return (names.size() > MOST_SOURCES) ? first + " +" + (names.size() - MOST_SOURCES) : first;
	}

	/**
	 * How many alerts it has.
	 */
	public int alerts() {
		return this.summary.alerts();
	}

	/**
	 * The first asset that it touches, empty where there is none.
	 */
	public String asset() {
		return Stream.of(this.summary.devices(), this.summary.users(), this.summary.mailboxes())
			.flatMap(List::stream)
			.findFirst()
			.map(IncidentRow::visible)
			.orElse("");
	}

	/**
	 * How many more it touches, such as {@code +3}, empty for none.
	 */
	public String moreAssets() {
		return (this.summary.assets() > 1) ? "+" + (this.summary.assets() - 1) : "";
	}

	/**
	 * Labels that people gave it.
	 */
	public List<String> tags() {
		return this.summary.tags().stream().map(IncidentRow::visible).toList();
	}

	/**
	 * When it was created, for the {@code datetime} attribute.
	 */
	public String created() {
		return Times.iso(this.summary.created());
	}

	/**
	 * When it last changed, for the {@code datetime} attribute.
	 */
	public String updatedIso() {
		return Times.iso(this.summary.updated());
	}

	/**
	 * When it last changed, in UTC.
	 */
	public String updated() {
		return Times.minute(this.summary.updated());
	}

	/**
	 * What to call an incident: its name, else its number.
	 */
	public static String title(IncidentSummary summary) {
		return summary.name().isBlank() ? "Incident " + summary.id() : visible(summary.name());
	}

	/**
	 * A text that came from outside, with what hides or turns text made visible.
	 */
	private static String visible(String text) {
		return ForeignText.shortened(ForeignText.lineOr(text, ""), LONGEST);
	}

}
