package io.watchfloor.web.incident;

import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.AuditLog;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.problem.ProblemAnswer;
import io.watchfloor.web.parts.IncidentPart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows the parts of an incident, each on pages of its own: a large incident is shown in
 * parts only, and those of a small one have the same addresses, so that links hold when
 * an incident grows.
 */
@Controller
class PartsController {

	private final IncidentRequests requests;

	PartsController(AnalystQueues queues, AuditLog audit, ProblemAnswer answer) {
		this.requests = new IncidentRequests(queues, audit, answer);
	}

	/**
	 * Show a page of a part.
	 * @param id the incident's number
	 * @param name the name of the part
	 * @param parameters the view of the queue that the incident was opened from, with the
	 * page of the part, and {@code alert} for what one alert names
	 */
	@GetMapping("/incidents/{id}/{name:alerts|assets|evidence|graph|related}")
	ModelAndView part(@PathVariable String id, @PathVariable String name,
			@RequestParam MultiValueMap<String, String> parameters, @AuthenticationPrincipal Analyst analyst,
			HttpServletRequest request, HttpServletResponse response) {
		return this.requests.answer(id, parameters, analyst, request, response,
				(incident) -> incident.part(PartPage.of(IncidentPart.of(name), incident, parameters)));
	}

	/**
	 * Show all of an incident for print, or what fits on one sheet.
	 * @param id the incident's number
	 * @param parameters the view of the queue that the incident was opened from, how the
	 * story is grouped, and {@code short} for one sheet
	 */
	@GetMapping("/incidents/{id}/print")
	ModelAndView print(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters,
			@AuthenticationPrincipal Analyst analyst, HttpServletRequest request, HttpServletResponse response) {
		return this.requests.answer(id, parameters, analyst, request, response,
				(incident) -> (parameters.containsKey("short")) ? incident.sheet() : incident.print(parameters));
	}

}
