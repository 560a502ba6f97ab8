package io.watchfloor.web.frame;

import java.util.Arrays;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Whether pages are light or dark: as the system is, or as the analyst chose in this
 * browser.
 */
public enum Theme {

	SYSTEM("System", "screen"),

	LIGHT("Light", "sun"),

	DARK("Dark", "moon");

	/**
	 * The cookie that remembers the choice; its value is {@link #value()}.
	 */
	public static final PreferenceCookie COOKIE = new PreferenceCookie("theme");

	private final String label;

	private final String icon;

	Theme(String label, String icon) {
		this.label = label;
		this.icon = icon;
	}

	/**
	 * The choice that a request's cookie remembers.
	 */
	public static Theme of(HttpServletRequest request) {
		return of(COOKIE.read(request));
	}

	/**
	 * The theme by its value, or {@link #SYSTEM} for anything else.
	 */
	public static Theme of(@Nullable String value) {
		return Arrays.stream(values()).filter((theme) -> theme.value().equals(value)).findFirst().orElse(SYSTEM);
	}

	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String label() {
		return this.label;
	}

	public String icon() {
		return this.icon;
	}

}
