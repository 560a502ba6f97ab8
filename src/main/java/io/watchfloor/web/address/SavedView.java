package io.watchfloor.web.address;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentQuery;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A view of the queue that an analyst saved under a name.
 *
 * @param name its name, which is text
 * @param query what it asks of the queue, on the first page
 */
public record SavedView(String name, IncidentQuery query) {

	/**
	 * The most characters of a name.
	 */
	public static final int LONGEST_NAME = 40;

	/**
	 * The most characters of the parameters in the address: some dozen filters.
	 */
	static final int LONGEST_PARAMETERS = 300;

	/**
	 * What a name cannot have: it would not be seen, or would change the direction of the
	 * text around it.
	 */
	private static final Set<Integer> INVISIBLE = Set.of((int) Character.CONTROL, (int) Character.FORMAT,
			(int) Character.SURROGATE, (int) Character.PRIVATE_USE, (int) Character.UNASSIGNED,
			(int) Character.LINE_SEPARATOR, (int) Character.PARAGRAPH_SEPARATOR);

	/**
	 * Create a view.
	 * @throws RefusedViewException if it cannot have the name, or has too many filters
	 */
	public SavedView {
		name = name.strip();
		query = query.onPage(1);
		check(name);
		int length = IncidentQueryParameters.address("", query).length();
		if (length > LONGEST_PARAMETERS) {
			throw new RefusedViewException("This view has too many filters to be saved: they take " + length
					+ " characters, and " + LONGEST_PARAMETERS + " are the most.");
		}
	}

	private static void check(String name) {
		if (name.isEmpty()) {
			throw new RefusedViewException("A view needs a name.");
		}
		if (name.length() > LONGEST_NAME) {
			throw new RefusedViewException("A name has at most " + LONGEST_NAME + " characters.");
		}
		if (name.codePoints().map(Character::getType).anyMatch(INVISIBLE::contains)) {
			throw new RefusedViewException("A name cannot have invisible characters.");
		}
		if (isUsual(name)) {
			throw new RefusedViewException("The navigation has a link of this name already.");
		}
	}

	private static boolean isUsual(String name) {
		return Stream.concat(Stream.of(SavedViews.DASHBOARD), Stream.of(StandardView.values()).map(StandardView::label))
			.anyMatch(name::equalsIgnoreCase);
	}

	/**
	 * Parse a view as {@link #value} wrote it.
	 * @return the view, or nothing if the text is not one
	 */
	static Optional<SavedView> parse(String value) {
		int end = value.indexOf('?');
		if (end < 0) {
			return Optional.empty();
		}
		try {
			IncidentQuery query = query(value.substring(end + 1));
			return Optional.of(new SavedView(decode(value.substring(0, end)), query));
		}
		catch (IllegalArgumentException | BadParameterException | RefusedViewException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Parse the parameters of a view's address.
	 * @param parameters with or without the question mark
	 * @throws IllegalArgumentException if they are not encoded as they should
	 * @throws BadParameterException if a parameter has a value that it cannot take
	 */
	public static IncidentQuery query(String parameters) {
		MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
		for (String pair : parameters.replaceFirst("^\\?", "").split("&")) {
			int end = pair.indexOf('=');
			if (end > 0) {
				values.add(decode(pair.substring(0, end)), decode(pair.substring(end + 1)));
			}
		}
		return IncidentQueryParameters.parse(values);
	}

	/**
	 * Return this view as a text without spaces, commas, quotes, semicolons, backslashes
	 * and bars.
	 */
	String value() {
		String parameters = IncidentQueryParameters.address("", this.query);
		return encode(this.name) + (parameters.isEmpty() ? "?" : parameters);
	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
