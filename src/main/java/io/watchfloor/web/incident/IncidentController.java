package io.watchfloor.web.incident;

import java.util.List;
import java.util.regex.Pattern;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.reading.IncidentQueue;
import io.watchfloor.queue.reading.QueueSnapshot;
import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.AuditLog;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.problem.Problem;
import io.watchfloor.web.problem.ProblemAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

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

	private final AnalystQueues queues;

	private final AuditLog audit;

	private final ProblemAnswer answer;

	IncidentController(IncidentSource incidents, AnalystQueues queues, AuditLog audit, ProblemAnswer answer) {
		this.incidents = incidents;
		this.queues = queues;
		this.audit = audit;
		this.answer = answer;
	}

	/**
	 * Show an incident, or why it could not be read and what the queue knows of it.
	 * @param id its number; what is no positive number names no incident
	 * @param parameters the view of the queue that it was opened from, and how the story
	 * is grouped
	 * @throws BadParameterException when a parameter has a value that it cannot take
	 */
	@GetMapping("/incidents/{id}")
	ModelAndView incident(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters,
			@AuthenticationPrincipal Analyst analyst, HttpServletRequest request, HttpServletResponse response) {
		if (!ID.matcher(id).matches()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		IncidentQuery view = IncidentQueryParameters.parse(parameters);
		IncidentQueue queue = this.queues.of(request);
		Viewpoint viewpoint = this.queues.viewpoint(analyst);
		String path = request.getContextPath() + StandardView.PATH;
		long number = Long.parseLong(id);
		try {
			Incident incident = read(number, queue);
			List<Alert> alerts = AlertView.inOrder(incident);
			StoryGrouping grouping = StoryGrouping.of(parameters, alerts);
			this.audit.viewed(request, analyst, number);
			QueueSnapshot snapshot = queue.snapshot();
			return new ModelAndView("incident/incident")
				.addObject("incident", IncidentPage.of(incident, analyst.tenantId(), viewpoint.now()))
				.addObject("story",
						AlertStory.of(alerts, grouping, Neighbourhood.address(path, number, view), viewpoint.now()))
				.addObject("context", IncidentContext.of(incident, snapshot, viewpoint, path))
				.addObject("reading", PrintStamp.of(request, viewpoint.now()))
				.addObject("neighbourhood", Neighbourhood.of(path, number, view, snapshot.index(), viewpoint));
		}
		catch (DefenderException failure) {
			return this.answer.to(request, response, Problem.of(failure))
				.addObject("known", KnownIncident.of(number, failure, queue.snapshot(), viewpoint, path));
		}
	}

	/**
	 * Read an incident and tell the queue, so that its views agree with this page.
	 */
	private Incident read(long id, IncidentQueue queue) {
		try {
			Incident incident = this.incidents.get(id);
			queue.put(incident);
			return incident;
		}
		catch (DefenderException.NotFound ex) {
			queue.forget(id);
			throw ex;
		}
	}

}
