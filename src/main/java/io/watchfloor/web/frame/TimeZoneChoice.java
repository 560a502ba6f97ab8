package io.watchfloor.web.frame;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * In which zone scripts write the times of lists: as the analyst chose in this browser,
 * or else that of the shifts. The server writes UTC.
 */
public enum TimeZoneChoice {

	UTC("UTC"),

	/**
	 * The zone of the shifts, where {@code WATCHFLOOR_TIME_ZONE} sets another than UTC.
	 */
	SHIFTS("Shifts"),

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
		return of(COOKIE.read(request), request);
	}

	/**
	 * Return the choice with a value, or {@link #usual} for any other value.
	 */
	static TimeZoneChoice of(@Nullable String value, HttpServletRequest request) {
		return choices(request).stream()
			.filter((zone) -> zone.value().equals(value))
			.findFirst()
			.orElseGet(() -> usual(request));
	}

	/**
	 * Return the zone of whoever has not chosen: that of the shifts, so that a list and
	 * the clock on the wall agree.
	 */
	static TimeZoneChoice usual(HttpServletRequest request) {
		return choices(request).contains(SHIFTS) ? SHIFTS : UTC;
	}

	/**
	 * Return the zones to choose from.
	 */
	static List<TimeZoneChoice> choices(HttpServletRequest request) {
		return ShiftSettings.zone(request).equals(ZoneOffset.UTC) ? List.of(UTC, LOCAL) : List.of(values());
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
