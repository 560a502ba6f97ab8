package io.watchfloor.web.queue;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.web.frame.PreferenceCookie;
import jakarta.servlet.http.HttpServletRequest;

/**
 * How an analyst wants the queue's table in this browser.
 *
 * @param hidden the columns to leave out
 * @param compact whether rows are lower
 */
record QueueLayout(Set<QueueColumn> hidden, boolean compact) {

	static final QueueLayout DEFAULT = new QueueLayout(Set.of(), false);

	/**
	 * The cookie that remembers the choice; its value is {@link #value()}.
	 */
	static final PreferenceCookie COOKIE = new PreferenceCookie("queue");

	private static final String COMPACT = "compact";

	QueueLayout {
		EnumSet<QueueColumn> optional = EnumSet.noneOf(QueueColumn.class);
		hidden.stream().filter(QueueColumn::optional).forEach(optional::add);
		hidden = Collections.unmodifiableSet(optional);
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
		return new QueueLayout(columns((column) -> words.contains("-" + column.value())), words.contains(COMPACT));
	}

	/**
	 * Create the layout that a form asks for.
	 * @param shown the values of the columns to show
	 */
	static QueueLayout of(Collection<String> shown, String density) {
		return new QueueLayout(columns((column) -> !shown.contains(column.value())), COMPACT.equals(density));
	}

	/**
	 * Return the layout as the value of a cookie.
	 * @return such as {@code compact.-sources}; empty for the default
	 */
	String value() {
		Stream<String> words = this.compact ? Stream.of(COMPACT) : Stream.empty();
		return Stream.concat(words, this.hidden.stream().map((column) -> "-" + column.value()))
			.collect(Collectors.joining("."));
	}

	/**
	 * Return the columns to choose from, with whether each is shown.
	 */
	public List<QueuePage.Choice> columns() {
		return Stream.of(QueueColumn.values())
			.filter(QueueColumn::optional)
			.map((column) -> new QueuePage.Choice(column.value(), column.label(), !this.hidden.contains(column)))
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
