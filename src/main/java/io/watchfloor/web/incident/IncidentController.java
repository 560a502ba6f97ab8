package io.watchfloor.web.incident;

import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.AuditLog;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.problem.ProblemAnswer;
import io.watchfloor.web.address.BadParameterException;
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
 * Shows one incident, as Defender has it now or had it some seconds ago.
 */
@Controller
class IncidentController {

	private final IncidentRequests requests;

	IncidentController(AnalystQueues queues, AuditLog audit, ProblemAnswer answer) {
		this.requests = new IncidentRequests(queues, audit, answer);
	}

	/**
	 * Show an incident, whole or what matters of all its parts.
	 * @param id its number; anything but a positive number is answered 404. What is no
	 * number at all is no address of this method, so that it is 404 for each HTTP method
	 * @param parameters the view of the queue that it was opened from, and how the story
	 * is grouped
	 * @throws BadParameterException when a parameter has a value that it cannot take
	 */
	@GetMapping("/incidents/{id:[0-9]+}")
	ModelAndView incident(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters,
			@AuthenticationPrincipal Analyst analyst, HttpServletRequest request, HttpServletResponse response) {
		return this.requests.answer(id, parameters, analyst, request, response,
				(incident) -> incident.page(parameters));
	}

}
