package io.watchfloor.web;

import java.util.List;

import io.watchfloor.queue.QueueSnapshot;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.signin.Analyst;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

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
class HomeController {

	private final AnalystQueues queues;

	HomeController(AnalystQueues queues) {
		this.queues = queues;
	}

	/**
	 * The first page.
	 * @param parameters of the dashboard: {@code range} as the queue has it, and
	 * {@code display=wall}
	 * @return the view's name, or {@code null} when a poll has the page already
	 * @throws BadParameterException when a parameter has a value that it cannot take
	 */
	@GetMapping("/")
	@Nullable String home(@RequestParam MultiValueMap<String, String> parameters,
			@AuthenticationPrincipal @Nullable Analyst analyst, HttpServletRequest request, WebRequest web,
			Model model) {
		if (analyst == null) {
			return "landing";
		}
		TimeRange range = range(parameters);
		boolean wall = isWall(parameters);
		Viewpoint viewpoint = this.queues.viewpoint(analyst);
		QueueSnapshot snapshot = this.queues.read(request, range.start(viewpoint.now()));
		if (web.checkNotModified(PageVersion.of(request, analyst, snapshot, viewpoint.now()))) {
			return null;
		}
		model.addAttribute("dashboard", DashboardPage.of(request.getContextPath(), wall, snapshot.index(), range,
				viewpoint, Freshness.of(snapshot.state())));
		return "dashboard";
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
