package io.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.queue.Attention;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * A row of the queue, everything in it written out.
 *
 * @param id the incident's number
 * @param address its page
 * @param name its title, never shortened
 * @param reason why it needs attention, empty where it does not
 * @param severity its severity
 * @param status its status
 * @param assignee its owner, or {@code null} for nobody
 * @param sources the products that raised its alerts, such as
 * {@code Endpoint, Identity, Cloud Apps +2}
 * @param alerts how many alerts it has
 * @param asset the first asset that it touches, empty where there is none
 * @param moreAssets how many more it touches, such as {@code +3}, empty for none
 * @param tags labels that people gave it
 * @param age how long ago it was created
 * @param created when it was created, for the {@code datetime} attribute
 * @param updatedIso when it last changed, for the {@code datetime} attribute
 * @param updated when it last changed, in UTC
 * @param updatedAge how long ago that was
 */
record QueueRow(long id, String address, String name, String reason, SeverityView severity, StatusView status,
		@Nullable String assignee, String sources, int alerts, String asset, String moreAssets, List<String> tags,
		String age, String created, String updatedIso, String updated, String updatedAge) {

	/**
	 * How many products a row names: those of a large incident would fill a page.
	 */
	private static final int MOST_SOURCES = 3;

	/**
	 * A row.
	 * @param summary the incident
	 * @param viewpoint who looks when
	 * @param path the address of the queue
	 */
	static QueueRow of(IncidentSummary summary, Viewpoint viewpoint, String path) {
		return of(summary, viewpoint, path, "");
	}

	/**
	 * A row of a view.
	 * @param view the view's parameters with their question mark, which the address of
	 * the incident carries on
	 */
	static QueueRow of(IncidentSummary summary, Viewpoint viewpoint, String path, String view) {
		List<String> assets = Stream.of(summary.devices(), summary.users(), summary.mailboxes())
			.flatMap(List::stream)
			.limit(1)
			.toList();
		int more = summary.assets() - assets.size();
		return new QueueRow(summary.id(), path + "/" + summary.id() + view, title(summary),
				Attention.of(summary, viewpoint).reason(), SeverityView.of(summary.severity()),
				StatusView.of(summary.status()), summary.isAssigned() ? visible(summary.assignedTo()) : null,
				sources(summary), summary.alerts(), visible(String.join("", assets)), (more > 0) ? "+" + more : "",
				summary.tags().stream().map(QueueRow::visible).toList(), age(summary.created(), viewpoint),
				Times.iso(summary.created()), Times.iso(summary.updated()), Times.minute(summary.updated()),
				age(summary.updated(), viewpoint));
	}

	/**
	 * The row's name on the page.
	 */
	public String rowName() {
		return Neighbourhood.rowName(this.id);
	}

	/**
	 * What to call an incident: its name, else its number.
	 */
	static String title(IncidentSummary summary) {
		return summary.name().isBlank() ? "Incident " + summary.id() : visible(summary.name());
	}

	private static String sources(IncidentSummary summary) {
		List<String> names = summary.sources().stream().map(ProductNames::shortly).distinct().toList();
		String first = names.stream().limit(MOST_SOURCES).collect(Collectors.joining(", "));
		return (names.size() > MOST_SOURCES) ? first + " +" + (names.size() - MOST_SOURCES) : first;
	}

	private static String age(Instant time, Viewpoint viewpoint) {
		Duration age = Duration.between(time, viewpoint.now());
		return Times.rough(age.isNegative() ? Duration.ZERO : age);
	}

	/**
	 * A text that came from outside, with what hides or turns text made visible.
	 */
	private static String visible(String text) {
		return ForeignText.lineOr(text, "");
	}

}
