package io.watchfloor.web.incident;

import java.util.function.Function;
import java.util.regex.Pattern;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.AuditLog;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.parts.PartAddresses;
import io.watchfloor.web.problem.Problem;
import io.watchfloor.web.problem.ProblemAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers requests for the pages of one incident: all of them read it in the same way.
 */
final class IncidentRequests {

	/**
	 * An id of up to 18 digits, which always fits in a {@code long}.
	 */
	private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

	private final AnalystQueues queues;

	private final AuditLog audit;

	private final ProblemAnswer answer;

	IncidentRequests(AnalystQueues queues, AuditLog audit, ProblemAnswer answer) {
		this.queues = queues;
		this.audit = audit;
		this.answer = answer;
	}

	/**
	 * Read an incident and make a page of it or, if it cannot be read, a page with the
	 * reason and what the queue knows about it.
	 * @param id its number; anything but a positive number is answered 404
	 * @param parameters the view of the queue that it was opened from, and what the page
	 * takes besides
	 * @param page makes the page
	 * @throws BadParameterException when a parameter has a value that it cannot take
	 */
	ModelAndView answer(String id, MultiValueMap<String, String> parameters, Analyst analyst,
			HttpServletRequest request, HttpServletResponse response, Function<OpenIncident, ModelAndView> page) {
		if (!ID.matcher(id).matches()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		IncidentQuery query = IncidentQueryParameters.parse(parameters);
		String path = request.getContextPath() + StandardView.PATH;
		long number = Long.parseLong(id);
		try {
			Incident incident = this.queues.open(request, analyst, number);
			ModelAndView shown = page.apply(OpenIncident.of(incident, analyst, this.queues.held(request, analyst),
					new PartAddresses(path, number, query), request));
			this.audit.viewed(request, analyst, number);
			return shown;
		}
		catch (DefenderException failure) {
			return this.answer.to(request, response, Problem.of(failure))
				.addObject("known", KnownIncident.of(number, failure, this.queues.held(request, analyst), path));
		}
	}

}
