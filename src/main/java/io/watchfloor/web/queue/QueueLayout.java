package io.watchfloor.web.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.web.frame.PreferenceCookie;
import jakarta.servlet.http.HttpServletRequest;

/**
 * How an analyst wants the queue's table in this browser.
 *
 * @param order all columns, in the order of the table
 * @param hidden the columns to leave out
 * @param compact whether rows are lower
 * @param priority whether the table has the column of the priority score
 */
record QueueLayout(List<QueueColumn> order, Set<QueueColumn> hidden, boolean compact, PriorityColumn priority) {

	private static final List<QueueColumn> USUAL_ORDER = List.of(QueueColumn.values());

	static final QueueLayout DEFAULT = new QueueLayout(USUAL_ORDER, Set.of(), false);

	/**
	 * The cookie that remembers the choice; its value is {@link #value()}.
	 */
	static final PreferenceCookie COOKIE = new PreferenceCookie("queue");

	private static final String COMPACT = "compact";

	/**
	 * Create a layout. Columns that the order does not name come last.
	 */
	QueueLayout {
		order = Stream.concat(order.stream(), USUAL_ORDER.stream()).distinct().toList();
		EnumSet<QueueColumn> optional = EnumSet.noneOf(QueueColumn.class);
		hidden.stream().filter(QueueColumn::optional).forEach(optional::add);
		hidden = Collections.unmodifiableSet(optional);
	}

	/**
	 * Create a layout for a source that gives priority scores.
	 */
	QueueLayout(List<QueueColumn> order, Set<QueueColumn> hidden, boolean compact) {
		this(order, hidden, compact, PriorityColumn.GIVEN);
	}

	/**
	 * Return the layout that the cookie of a request holds.
	 */
	static QueueLayout of(HttpServletRequest request) {
		String value = COOKIE.read(request);
		return (value != null) ? of(value) : DEFAULT;
	}

	/**
	 * Parse the value of a cookie; unknown words are ignored.
	 */
	static QueueLayout of(String value) {
		List<String> words = Arrays.asList(value.split("\\."));
		return new QueueLayout(order(words), columns((column) -> words.contains("-" + column.value())),
				words.contains(COMPACT));
	}

	/**
	 * Create the layout that a form asks for.
	 * @param order the values of the columns in order
	 * @param shown the values of the columns to show
	 */
	static QueueLayout of(List<String> order, Collection<String> shown, String density) {
		return new QueueLayout(order(order), columns((column) -> !shown.contains(column.value())),
				COMPACT.equals(density));
	}

	private static List<QueueColumn> order(List<String> values) {
		return values.stream()
			.flatMap((value) -> USUAL_ORDER.stream().filter((column) -> column.value().equals(value)))
			.toList();
	}

	/**
	 * Return this layout with a column moved by one place of the table.
	 * @param value the column's value; any other moves nothing
	 * @param step 1 for towards the end, -1 for towards the beginning
	 */
	QueueLayout moved(String value, int step) {
		List<QueueColumn> moved = new ArrayList<>(this.order);
		List<QueueColumn> wanted = order(List.of(value));
		int from = wanted.isEmpty() ? -1 : moved.indexOf(wanted.get(0));
		int to = from + step;
		while (to >= 0 && to < moved.size() && !has(moved.get(to))) {
			to += step;
		}
		if (from >= 0 && to >= 0 && to < moved.size()) {
			moved.add(to, moved.remove(from));
		}
		return new QueueLayout(moved, this.hidden, this.compact, this.priority);
	}

	/**
	 * Return this layout for another table.
	 */
	QueueLayout with(PriorityColumn newPriority) {
		return new QueueLayout(this.order, this.hidden, this.compact, newPriority);
	}

	/**
	 * Return this layout with a column hidden or shown as in another: one that the form
	 * does not offer.
	 */
	QueueLayout keeping(QueueColumn column, QueueLayout other) {
		Set<QueueColumn> kept = new HashSet<>(this.hidden);
		kept.remove(column);
		if (other.hidden.contains(column)) {
			kept.add(column);
		}
		return new QueueLayout(this.order, kept, this.compact, this.priority);
	}

	/**
	 * Return the layout as the value of a cookie.
	 * @return such as {@code compact.-sources}, with all columns behind it if their order
	 * is not the usual one; empty for the default
	 */
	String value() {
		Stream<String> density = this.compact ? Stream.of(COMPACT) : Stream.empty();
		Stream<String> without = this.hidden.stream().map((column) -> "-" + column.value());
		Stream<String> ordered = isReordered() ? this.order.stream().map(QueueColumn::value) : Stream.empty();
		return Stream.of(density, without, ordered).flatMap(Function.identity()).collect(Collectors.joining("."));
	}

	/**
	 * Return whether the columns have another order than the usual one.
	 */
	public boolean isReordered() {
		return !this.order.equals(USUAL_ORDER);
	}

	/**
	 * Return the heads of the table in order.
	 * @param heads the heads in the usual order
	 */
	public List<ColumnHead> arrange(List<ColumnHead> heads) {
		return this.order.stream().filter(this::has).map((column) -> heads.get(column.ordinal())).toList();
	}

	private boolean has(QueueColumn column) {
		return column != QueueColumn.PRIORITY || this.priority.shown();
	}

	/**
	 * Return the columns to choose from, in order, with whether each is shown.
	 */
	public List<ColumnChoice> columns() {
		return this.order.stream()
			.map((column) -> new ColumnChoice(column.value(), column.label(), !this.hidden.contains(column),
					column != QueueColumn.PRIORITY || this.priority.given()))
			.toList();
	}

	/**
	 * Return the table's style classes.
	 */
	public String style() {
		Stream<String> words = Stream.of("data", "queue-table", this.compact ? COMPACT : "",
				this.hidden.isEmpty() ? "" : "columns-chosen");
		return Stream.concat(words, this.hidden.stream().map((column) -> "without-" + column.value()))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.joining(" "));
	}

	private static Set<QueueColumn> columns(Predicate<QueueColumn> condition) {
		return Stream.of(QueueColumn.values()).filter(condition).collect(Collectors.toSet());
	}

}
