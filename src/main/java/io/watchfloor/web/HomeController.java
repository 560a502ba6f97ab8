package io.watchfloor.web;

import java.time.Clock;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.QueueSnapshot;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.signin.Analyst;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page: what Watchfloor is, or the dashboard for whoever is signed in.
 */
@Controller
class HomeController {

	private final AnalystQueues queues;

	private final Clock clock;

	HomeController(AnalystQueues queues, Clock clock) {
		this.queues = queues;
		this.clock = clock;
	}

	@GetMapping("/")
	String home(@AuthenticationPrincipal @Nullable Analyst analyst, HttpServletRequest request, Model model) {
		if (analyst == null) {
			return "landing";
		}
		Viewpoint viewpoint = new Viewpoint(analyst.username(), this.clock.instant(), Viewpoint.PATIENCE);
		QueueSnapshot snapshot = this.queues.read(request, IncidentQuery.DEFAULT.range().start(viewpoint.now()));
		model.addAttribute("dashboard", DashboardPage.of(request.getContextPath(), snapshot.index(), viewpoint,
				Freshness.of(snapshot.state())));
		return "dashboard";
	}

}
