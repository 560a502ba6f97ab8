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
	 * Return the theme that the cookie of a request holds.
	 */
	public static Theme of(HttpServletRequest request) {
		return of(COOKIE.read(request));
	}

	/**
	 * Return the theme with a value, or {@link #SYSTEM} for any other value.
	 */
	public static Theme of(@Nullable String value) {
		return Arrays.stream(values()).filter((theme) -> theme.value().equals(value)).findFirst().orElse(SYSTEM);
	}

	/**
	 * Return the theme's value in forms, in the cookie and in {@code data-theme}.
	 */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the theme's name.
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return the name of its picture in {@code icons/shapes.svg}.
	 */
	public String icon() {
		return this.icon;
	}

}
