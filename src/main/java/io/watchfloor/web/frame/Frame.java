package io.watchfloor.web.frame;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.SessionEnd;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.SavedViews;
import io.watchfloor.web.address.StandardView;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;

/**
 * What the frame around a page shows: {@code layout.html} knows it as {@code frame}.
 *
 * @param base the path under which the application runs, empty for the root
 * @param analyst who is signed in, or {@code null}
 * @param theme light, dark or as the system
 * @param zone the zone in which scripts write the times of lists
 * @param zones the zones to choose from
 * @param shiftZone the zone of the shifts, by its name in the time zone database
 * @param address the page's address with its query, to which forms lead back
 * @param views the links of the navigation
 * @param session when the session ends, or {@code null}
 */
public record Frame(String base, @Nullable Person analyst, Theme theme, TimeZoneChoice zone, List<TimeZoneChoice> zones,
		String shiftZone, String address, List<NavigationLink> views, @Nullable SessionEnd session) {

	/**
	 * The path of the handover.
	 */
	public static final String HANDOVER = "/handover";

	private static final Pattern PAGE = Pattern.compile("[?&](page|size)=[0-9]*");

	/**
	 * Create the frame of the page that a request asks for.
	 */
	public static Frame of(HttpServletRequest request) {
		// The answer to a form has the address of the form
		return of(request, "POST".equals(request.getMethod()) ? request.getRequestURI() : address(request));
	}

	/**
	 * Create the frame of an error page: no link of the navigation is the current one.
	 */
	public static Frame aroundProblem(HttpServletRequest request) {
		return of(request, "");
	}

	private static Frame of(HttpServletRequest request, String shown) {
		String base = request.getContextPath();
		return new Frame(base, person(request), Theme.of(request), TimeZoneChoice.of(request),
				TimeZoneChoice.choices(request), ShiftSettings.zone(request).getId(), address(request),
				views(base, shown, SavedViewsCookie.read(request, analyst(request))), SessionEnd.of(request));
	}

	private static @Nullable Person person(HttpServletRequest request) {
		Analyst analyst = analyst(request);
		return (analyst != null) ? new Person(analyst.displayName(), analyst.username(), SignInDigest.of(analyst))
				: null;
	}

	/**
	 * Return the analyst who sent a request, or {@code null} where nobody is signed in.
	 */
	public static @Nullable Analyst analyst(HttpServletRequest request) {
		return (request.getUserPrincipal() instanceof Authentication authentication
				&& authentication.getPrincipal() instanceof Analyst analyst) ? analyst : null;
	}

	private static String address(HttpServletRequest request) {
		boolean error = request.getDispatcherType() == DispatcherType.ERROR;
		Object method = error ? request.getAttribute(RequestDispatcher.ERROR_METHOD) : request.getMethod();
		Object path = error ? request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) : request.getRequestURI();
		Object query = error ? request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING) : request.getQueryString();
		if (path == null || !"GET".equals(method)) {
			return request.getContextPath() + "/";
		}
		return (query != null) ? path + "?" + query : path.toString();
	}

	/**
	 * Return the themes to choose from.
	 */
	public List<Theme> themes() {
		return List.of(Theme.values());
	}

	/**
	 * Return the value of {@code data-theme}, or {@code null} if the system decides.
	 */
	public @Nullable String forcedTheme() {
		return (this.theme != Theme.SYSTEM) ? this.theme.value() : null;
	}

	/**
	 * Create the links of the navigation: the dashboard, the usual views, the handover,
	 * the sweep and the analyst's own views. A view is the current one on any of its
	 * pages and with any number of rows.
	 */
	private static List<NavigationLink> views(String base, String address, SavedViews saved) {
		String shown = PAGE.matcher(address).replaceAll("");
		NavigationLink dashboard = link(SavedViews.DASHBOARD, base + "/", shown, null);
		Stream<NavigationLink> usual = Stream.of(StandardView.values())
			.map((view) -> link(view.label(), view.address(base), shown,
					(view != StandardView.ALL) ? view.query() : null));
		Stream<NavigationLink> own = saved.views()
			.stream()
			.map((view) -> link(view.name(), IncidentQueryParameters.address(base + StandardView.PATH, view.query()),
					shown, view.query()));
		NavigationLink handover = new NavigationLink("Handover", base + HANDOVER,
				shown.equals(base + HANDOVER) || shown.startsWith(base + HANDOVER + "?"), null);
		NavigationLink sweep = link("Sweep", base + "/sweep", shown, null);
		return Stream.of(Stream.of(dashboard), usual, Stream.of(handover, sweep), own)
			.flatMap(Function.identity())
			.toList();
	}

	private static NavigationLink link(String label, String target, String shown, @Nullable IncidentQuery counted) {
		return new NavigationLink(label, target, PAGE.matcher(target).replaceAll("").equals(shown), counted);
	}

	/**
	 * Who is signed in.
	 *
	 * @param name their display name
	 * @param username their user name in Entra ID, where it is known
	 * @param digest the {@link SignInDigest} of their sign-in
	 */
	public record Person(String name, @Nullable String username, String digest) {
	}

}
