package io.watchfloor.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.signin.SessionEnd;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around a page prints: {@code layout.html} knows it as {@code frame}.
 *
 * @param base the path under which the application runs, empty for the root
 * @param analyst who is signed in, or {@code null}
 * @param theme light, dark or as the system
 * @param address this page's address with its query, to come back to
 * @param views the navigation's items, each a {@link View}
 * @param themes the buttons that choose a theme, a {@link ThemeChoice}
 * @param session when the session ends, or {@code null}
 */
record Frame(String base, @Nullable Person analyst, Theme theme, String address, Markup views, Markup themes,
		@Nullable SessionEnd session) {

	/**
	 * The value of {@code data-theme}.
	 * @return the theme, or {@code null} when the system decides
	 */
	public @Nullable String forcedTheme() {
		return (this.theme != Theme.SYSTEM) ? this.theme.value() : null;
	}

	/**
	 * Who is signed in.
	 *
	 * @param name what to call them
	 * @param username their user name in Entra ID, where it is known
	 */
	record Person(String name, @Nullable String username) {
	}

	/**
	 * The themes to choose from.
	 *
	 * @param chosen the theme that holds
	 * @param icons the address of the icons
	 */
	record ThemeChoice(Theme chosen, String icons) {

		/**
		 * All of them.
		 */
		public List<Theme> themes() {
			return List.of(Theme.values());
		}

	}

	/**
	 * A link of the navigation.
	 *
	 * @param name what it says
	 * @param address where it leads
	 * @param current whether this is the page
	 */
	record View(String name, String address, boolean current) {

		private static final Pattern PAGE = Pattern.compile("[?&](page|size)=[0-9]*");

		static List<View> of(String base, String address) {
			String shown = PAGE.matcher(address).replaceAll("");
			Stream<View> queue = Stream.of(StandardView.values())
				.map((view) -> link(view.label(), view.address(base), shown));
			return Stream.concat(Stream.of(link("Dashboard", base + "/", shown)), queue).toList();
		}

		private static View link(String name, String target, String shown) {
			return new View(name, target, target.equals(shown));
		}

	}

}
