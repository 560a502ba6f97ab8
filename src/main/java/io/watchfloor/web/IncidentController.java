package io.watchfloor.web;

import java.time.Clock;
import java.util.regex.Pattern;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.signin.Analyst;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of one incident, read afresh.
 */
@Controller
class IncidentController {

	/**
	 * Up to 18 digits, so that it always fits in a {@code long}.
	 */
	private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

	private final IncidentSource incidents;

	private final Clock clock;

	IncidentController(IncidentSource incidents, Clock clock) {
		this.incidents = incidents;
		this.clock = clock;
	}

	/**
	 * Show an incident.
	 * @param id its number; what is no positive number names no incident
	 * @throws DefenderException when the API has no such incident for this analyst, or
	 * does not answer as it should
	 */
	@GetMapping("/incidents/{id}")
	String incident(@PathVariable String id, @AuthenticationPrincipal Analyst analyst, Model model) {
		if (!ID.matcher(id).matches()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("incident",
				IncidentPage.of(this.incidents.get(Long.parseLong(id)), analyst.tenantId(), this.clock.instant()));
		return "incident";
	}

}
