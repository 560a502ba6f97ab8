package io.watchfloor.web.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.reading.QueueSnapshot;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.RangeParameters;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.analyst.PageVersion;
import io.watchfloor.web.analyst.WatchfloorSettings;
import io.watchfloor.web.format.Times;
import io.watchfloor.web.frame.Theme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/**
 * The first page: what Watchfloor is, or the dashboard for whoever is signed in.
 */
@Controller
class DashboardController {

	/**
	 * The parameter that leads to the sign-in and back to the same address.
	 */
	private static final String SIGN_IN = "sign-in";

	private final AnalystQueues queues;

	private final WatchfloorSettings settings;

	private final Clock clock;

	DashboardController(AnalystQueues queues, WatchfloorSettings settings, Clock clock) {
		this.queues = queues;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The first page.
	 * @param parameters of the dashboard: {@code range} as the queue has it,
	 * {@code display=wall}, and {@code since}, when the analyst last looked
	 * @return the view's name, or {@code null} when a poll has the page already
	 * @throws BadParameterException when a parameter has a value that it cannot take
	 */
	@GetMapping("/")
	@Nullable String home(@RequestParam MultiValueMap<String, String> parameters,
			@AuthenticationPrincipal @Nullable Analyst analyst, HttpServletRequest request,
			HttpServletResponse response, WebRequest web, Model model) {
		boolean wall = isWall(parameters);
		if (analyst == null) {
			model.addAttribute("signedOut", isOver(request));
			return withoutAnalyst(wall, parameters, model);
		}
		TimeRange range = range(parameters);
		if (parameters.containsKey(SIGN_IN)) {
			return (wall ? "redirect:/?display=wall&range=" : "redirect:/?range=") + RangeParameters.name(range);
		}
		Viewpoint viewpoint = this.queues.viewpoint(analyst);
		QueueSnapshot snapshot = this.queues.read(request, range.start(viewpoint.now()));
		Freshness freshness = Freshness.of(snapshot.state(), viewpoint.now());
		tellAge(snapshot, response, model);
		if (web
			.checkNotModified(PageVersion.of(request, analyst, snapshot, viewpoint.now(), Theme.of(request).value()))) {
			return null;
		}
		model.addAttribute("dashboard", DashboardPage.of(request.getContextPath(), wall, snapshot.index(), range,
				viewpoint, look(parameters, request), freshness));
		model.addAttribute("seconds", Math.max(1, this.settings.freshness().toSeconds()));
		return "dashboard/dashboard";
	}

	private static LastVisit look(MultiValueMap<String, String> parameters, HttpServletRequest request) {
		return LastVisit.of(RangeParameters.time(parameters, "since"),
				Instant.ofEpochMilli(request.getSession().getCreationTime()));
	}

	private static void tellAge(QueueSnapshot snapshot, HttpServletResponse response, Model model) {
		Instant asOf = snapshot.state().asOf();
		if (asOf != null) {
			response.setHeader(Freshness.AS_OF, Times.iso(asOf));
			model.addAttribute("asOf", Times.iso(asOf));
		}
	}

	/**
	 * Lead back to the same address from signing in. Where nobody sits a session that
	 * ended is said.
	 */
	private String withoutAnalyst(boolean wall, MultiValueMap<String, String> parameters, Model model) {
		String range = RangeParameters.name(range(parameters));
		if (parameters.containsKey(SIGN_IN)) {
			throw new AccessDeniedException("Only who is signed in sees a dashboard");
		}
		model.addAttribute("range", range);
		model.addAttribute("rangeAsked", parameters.containsKey("range"));
		Instant now = this.clock.instant();
		model.addAttribute("time", Times.clock(now));
		model.addAttribute("timeIso", Times.iso(now));
		return wall ? "dashboard/wall-ended" : "dashboard/landing";
	}

	/**
	 * Whether the browser still names a session that is no more: after signing out, and
	 * after a time without use.
	 */
	private static boolean isOver(HttpServletRequest request) {
		return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
	}

	private static TimeRange range(MultiValueMap<String, String> parameters) {
		MultiValueMap<String, String> named = new LinkedMultiValueMap<>();
		named.put("range", parameters.getOrDefault("range", List.of()));
		return RangeParameters.parse(named);
	}

	private static boolean isWall(MultiValueMap<String, String> parameters) {
		String display = IncidentQueryParameters.first(parameters, "display");
		if (display != null && !display.equals("wall")) {
			throw new BadParameterException("display", "wall");
		}
		return display != null;
	}

}
