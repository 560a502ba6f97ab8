package io.watchfloor.web.incident;

import java.util.List;
import java.util.regex.Pattern;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.AuditLog;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.frame.SavedViewsCookie;
import io.watchfloor.web.narrative.AttackSentences;
import io.watchfloor.web.narrative.EvidenceLinks;
import io.watchfloor.web.narrative.Sentence;
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
 * Shows one incident, as Defender has it now or had it some seconds ago.
 */
@Controller
class IncidentController {

	/**
	 * An id of up to 18 digits, which always fits in a {@code long}.
	 */
	private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

	private final AnalystQueues queues;

	private final AuditLog audit;

	private final ProblemAnswer answer;

	IncidentController(AnalystQueues queues, AuditLog audit, ProblemAnswer answer) {
		this.queues = queues;
		this.audit = audit;
		this.answer = answer;
	}

	/**
	 * Show an incident or, if it cannot be read, the reason and what the queue knows
	 * about it.
	 * @param id its number; anything but a positive number is answered 404
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
		IncidentQuery query = IncidentQueryParameters.parse(parameters);
		String path = request.getContextPath() + StandardView.PATH;
		long number = Long.parseLong(id);
		try {
			Incident incident = this.queues.open(request, analyst, number);
			List<Alert> alerts = AlertView.inOrder(incident);
			StoryGrouping grouping = StoryGrouping.of(parameters, alerts);
			this.audit.viewed(request, analyst, number);
			AnalystView view = this.queues.held(request, analyst);
			IncidentPage page = IncidentPage.of(incident, analyst.tenantId(), view.now());
			IncidentContext context = IncidentContext.of(incident, view, path);
			PrintStamp stamp = PrintStamp.of(request, view.now());
			List<Sentence> attack = AttackSentences.of(alerts, page.assets(), EvidenceLinks.ON_THIS_PAGE, view.now());
			return new ModelAndView("incident/incident").addObject("incident", page)
				.addObject("story",
						AlertStory.of(alerts, grouping, Neighbourhood.address(path, number, query), view.now()))
				.addObject("context", context)
				.addObject("attack", attack)
				.addObject("stamp", stamp)
				.addObject("ticket", TicketText.of(page, attack, context.reason(), stamp.address()))
				.addObject("neighbourhood", Neighbourhood.of(path, number, query,
						SavedViewsCookie.read(request, analyst), view.index(), view.viewpoint()));
		}
		catch (DefenderException failure) {
			return this.answer.to(request, response, Problem.of(failure))
				.addObject("known", KnownIncident.of(number, failure, this.queues.held(request, analyst), path));
		}
	}

}
