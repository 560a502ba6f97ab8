package io.watchfloor.web.dashboard;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.format.Times;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows the first page to whoever is not signed in, and leads from there through the
 * sign-in to the dashboard.
 */
@Controller
class LandingController {

	private final ApiAccess access;

	private final Clock clock;

	LandingController(ApiAccess access, Clock clock) {
		this.access = access;
		this.clock = clock;
	}

	/**
	 * Lead to the dashboard of the same address, through the sign-in if need be.
	 * @throws AccessDeniedException if nobody is signed in; the filter chain then signs
	 * the analyst in and comes back here
	 * @throws BadParameterException if a parameter has a value that it cannot take
	 */
	@GetMapping(path = "/", params = "sign-in")
	String signIn(@RequestParam MultiValueMap<String, String> parameters,
			@AuthenticationPrincipal @Nullable Analyst analyst) {
		DashboardParameters dashboard = DashboardParameters.parse(parameters);
		if (analyst == null) {
			throw new AccessDeniedException("The dashboard needs a sign-in");
		}
		return (dashboard.wall() ? "redirect:/?display=wall&range=" : "redirect:/?range=") + dashboard.rangeName();
	}

	/**
	 * Show what Watchfloor is or, on a wall display, that the session has ended, in a
	 * size that is seen from afar: nobody sits in front of it.
	 * @return the view's name
	 */
	String show(DashboardParameters dashboard, HttpServletRequest request, Model model) {
		Instant now = this.clock.instant();
		model.addAttribute("permissions", this.access.permissions());
		model.addAttribute("range", dashboard.rangeName());
		model.addAttribute("rangeAsked", request.getParameter("range") != null);
		model.addAttribute("signedOut", namesEndedSession(request));
		model.addAttribute("time", Times.clock(now));
		model.addAttribute("timeIso", Times.iso(now));
		return dashboard.wall() ? "dashboard/wall-ended" : "dashboard/landing";
	}

	/**
	 * Return whether the browser still names a session that has ended: after signing out,
	 * and after a time without use.
	 */
	private static boolean namesEndedSession(HttpServletRequest request) {
		return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
	}

}
