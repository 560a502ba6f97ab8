package io.watchfloor.web.frame;

import java.util.Arrays;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * In which zone scripts write the times of lists, as the analyst chose in this browser.
 * The server writes UTC.
 */
public enum TimeZoneChoice {

	UTC("UTC"),

	/**
	 * The browser's zone.
	 */
	LOCAL("Local");

	/**
	 * The cookie that remembers the choice; its value is {@link #value()}.
	 */
	public static final PreferenceCookie COOKIE = new PreferenceCookie("zone");

	private final String label;

	TimeZoneChoice(String label) {
		this.label = label;
	}

	/**
	 * Return the choice that the cookie of a request holds.
	 */
	public static TimeZoneChoice of(HttpServletRequest request) {
		return of(COOKIE.read(request));
	}

	/**
	 * Return the choice with a value, or {@link #UTC} for any other value.
	 */
	public static TimeZoneChoice of(@Nullable String value) {
		return Arrays.stream(values()).filter((zone) -> zone.value().equals(value)).findFirst().orElse(UTC);
	}

	/**
	 * Return the choice's value in forms, in the cookie and in {@code data-zone}.
	 */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the choice's name.
	 */
	public String label() {
		return this.label;
	}

}
