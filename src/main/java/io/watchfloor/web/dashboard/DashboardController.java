package io.watchfloor.web.dashboard;

import java.time.Instant;

import io.watchfloor.signin.Analyst;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.RangeParameters;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.analyst.WatchfloorSettings;
import io.watchfloor.web.format.ZonedTimes;
import io.watchfloor.web.frame.ShiftSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/**
 * Shows the dashboard at the first address; whoever is not signed in gets the page of
 * {@link LandingController} there.
 */
@Controller
class DashboardController {

	private final AnalystQueues queues;

	private final WatchfloorSettings settings;

	private final ShiftSettings shifts;

	private final LandingController landing;

	DashboardController(AnalystQueues queues, WatchfloorSettings settings, ShiftSettings shifts,
			LandingController landing) {
		this.queues = queues;
		this.settings = settings;
		this.shifts = shifts;
		this.landing = landing;
	}

	/**
	 * Show the dashboard.
	 * @param parameters those of {@link DashboardParameters}, and {@code since}, the time
	 * of the analyst's last visit
	 * @return the view's name, or {@code null} for a poll that has the page already
	 * @throws BadParameterException if a parameter has a value that it cannot take
	 */
	@GetMapping("/")
	@Nullable String dashboard(@RequestParam MultiValueMap<String, String> parameters,
			@AuthenticationPrincipal @Nullable Analyst analyst, HttpServletRequest request,
			HttpServletResponse response, WebRequest web, Model model) {
		DashboardParameters dashboard = DashboardParameters.parse(parameters);
		if (analyst == null) {
			return this.landing.show(dashboard, request, model);
		}
		AnalystView view = this.queues.read(request, analyst, dashboard.range());
		view.setAsOfHeader(response);
		if (web.checkNotModified(view.entityTag(request))) {
			return null;
		}
		LastVisit lastVisit = LastVisit.of(RangeParameters.time(parameters, "since"),
				Instant.ofEpochMilli(request.getSession().getCreationTime()));
		model.addAttribute("dashboard",
				DashboardPage.of(request.getContextPath(), dashboard.wall(),
						DashboardSource.of(view, this.shifts.times().at(view.now())), dashboard.range(), lastVisit,
						new ZonedTimes(this.shifts.zone())));
		model.addAttribute("range", dashboard.rangeName());
		model.addAttribute("asOf", view.asOf());
		model.addAttribute("seconds", this.settings.pollSeconds());
		return "dashboard/dashboard";
	}

}
