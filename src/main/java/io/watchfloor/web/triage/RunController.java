package io.watchfloor.web.triage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.queue.triage.TriageRun;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.frame.ReturnPath;
import io.watchfloor.web.triage.desk.ChosenIncident;
import io.watchfloor.web.triage.desk.RunDraft;
import io.watchfloor.web.triage.desk.TriageDesk;
import io.watchfloor.web.triage.desk.TriageDesks;
import io.watchfloor.web.triage.form.TriageForm;
import io.watchfloor.web.triage.form.EditableTags;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Changes many incidents, one a request: a form of the queue begins a run, and its page
 * makes the steps. What cannot be begun is kept, and its page says why.
 */
@Controller
@ConditionalOnBooleanProperty("watchfloor.triage")
class RunController {

	static final String PATH = "/incidents/triage";

	private static final String BACK = "back";

	private final TriageDesks desks;

	private final AnalystWrites writes;

	private final AnalystQueues queues;

	private final TriageLog log;

	private final InstantSource clock;

	RunController(TriageDesks desks, AnalystWrites writes, AnalystQueues queues, TriageLog log, Clock clock) {
		this.desks = desks;
		this.writes = writes;
		this.queues = queues;
		this.log = log;
		this.clock = clock;
	}

	/**
	 * Begin a run, without a step.
	 * @throws BadParameterException if a field has a value that no page offers, or if no
	 * incident is named or more than one action takes
	 */
	@PostMapping(PATH)
	ResponseEntity<Void> begin(@RequestParam MultiValueMap<String, String> parameters,
			@RequestParam(defaultValue = "") String back, @AuthenticationPrincipal Analyst analyst,
			HttpServletRequest request) {
		TriageForm form = TriageForm.of(parameters);
		List<ChosenIncident> incidents = ChosenIncident.parse(parameters.get(ChosenIncident.PARAMETER));
		TriageChange change = change(form, parameters, analyst);
		RunDraft draft = new RunDraft(form.form(), incidents, change, change.problems(), back);
		boolean possible = draft.problems().isEmpty() && this.writes.access(request).isGranted();
		return this.desks.change(request, (desk) -> {
			if (!possible) {
				desk.runs().keep(draft);
				return seeOther(request, "", TriageAddress.FORM, form.form());
			}
			TriageRun run = desk.triage()
				.begin(incidents.stream().map(ChosenIncident::id).toList(), change, form.form(),
						states(incidents, this.queues.held(request, analyst))::get);
			desk.runs().forget(form.form());
			return seeOther(request, "/" + run.name(), BACK, back);
		});
	}

	private static TriageChange change(TriageForm form, MultiValueMap<String, String> parameters, Analyst analyst) {
		TriageChange change = form.change(analyst);
		String removed = parameters.getFirst("removeTags");
		return new TriageChange(change.status(), change.assignedTo(), change.classification(), change.determination(),
				change.tagsAdded(), (removed != null) ? EditableTags.parse(removed) : List.of(), change.comment());
	}

	/**
	 * Return the states that the page showed or, where the form says none, those that the
	 * queue holds.
	 */
	private static Map<Long, SeenState> states(List<ChosenIncident> incidents, AnalystView view) {
		Map<Long, SeenState> states = new HashMap<>();
		for (ChosenIncident incident : incidents) {
			if (incident.seen() != null) {
				states.put(incident.id(), incident.seen());
			}
			else {
				view.index()
					.find(incident.id())
					.ifPresent((summary) -> states.put(incident.id(), SeenState.of(summary)));
			}
		}
		return states;
	}

	/**
	 * Show a change that was not begun.
	 */
	@GetMapping(PATH)
	ModelAndView draft(@RequestParam(defaultValue = "") String form, @AuthenticationPrincipal Analyst analyst,
			HttpServletRequest request) {
		RunDraft draft = this.desks.of(request).runs().draft(form);
		if (draft == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return new ModelAndView("triage/run-draft")
			.addObject("draft",
					RunDraftPage.of(draft, permission(request), names(request, analyst), back(draft.back(), request)))
			.addObject("triageBar", TriageBar.of(analyst));
	}

	/**
	 * Show how far a run has come.
	 */
	@GetMapping(PATH + "/{name}")
	ModelAndView run(@PathVariable String name, @RequestParam(defaultValue = "") String back,
			@RequestParam(defaultValue = "0") String wait, @AuthenticationPrincipal Analyst analyst,
			HttpServletRequest request) {
		TriageDesk desk = this.desks.of(request);
		TriageRun run = desk.triage().run(name);
		if (run == null) {
			return new ModelAndView("triage/run-over", HttpStatus.NOT_FOUND);
		}
		return new ModelAndView("triage/run")
			.addObject("run",
					RunPage.of(run, desk, names(request, analyst), RunPage.seconds(wait), back(back, request)))
			.addObject("permission", permission(request));
	}

	private PermissionView permission(HttpServletRequest request) {
		return PermissionView.of(this.writes.access(request), this.clock.instant());
	}

	/**
	 * Make a step of a run.
	 */
	@PostMapping(PATH + "/{name}")
	ResponseEntity<Void> step(@PathVariable String name, @RequestParam(defaultValue = "") String back,
			@AuthenticationPrincipal Analyst analyst, HttpServletRequest request) {
		return this.desks.change(request, (desk) -> {
			TriageRun run = existing(desk, name);
			if (this.writes.access(request).isGranted()) {
				TriageRun after = desk.triage().step(run.name(), desk.incidents(this.writes.incidents(request)));
				if (after != null) {
					after.results().forEach((result) -> this.log.log(request, analyst, desk, result));
					// Whoever leaves the run now has written this much
					this.log.log(request, analyst, desk, after.begun());
				}
			}
			return seeOther(request, "/" + run.name(), BACK, back);
		});
	}

	/**
	 * Undo one of the changes of a run.
	 * @param entry names the change; the next one without
	 */
	@PostMapping(PATH + "/{name}/undo")
	ResponseEntity<Void> undo(@PathVariable String name, @RequestParam(required = false) @Nullable String entry,
			@RequestParam(defaultValue = "") String back, @AuthenticationPrincipal Analyst analyst,
			HttpServletRequest request) {
		return this.desks.change(request, (desk) -> {
			TriageRun run = existing(desk, name);
			Duration wait = this.writes.access(request).isGranted()
					? desk.runs().undo(run, entry, desk.triage(), desk.incidents(this.writes.incidents(request)))
					: null;
			run.results().forEach((result) -> this.log.log(request, analyst, desk, desk.runs().undone(result)));
			String path = "/" + run.name();
			return (wait == null) ? seeOther(request, path, BACK, back)
					: seeOther(request, path, BACK, back, "wait", Long.toString(RunPage.seconds(wait)));
		});
	}

	private static TriageRun existing(TriageDesk desk, String name) {
		TriageRun run = desk.triage().run(name);
		if (run == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return run;
	}

	/**
	 * Return the view of the queue that a form came from, or else the bare queue.
	 */
	private static String back(String back, HttpServletRequest request) {
		return back.isEmpty() ? request.getContextPath() + StandardView.PATH : ReturnPath.of(back, request).toString();
	}

	private IncidentNames names(HttpServletRequest request, Analyst analyst) {
		return new IncidentNames(this.queues.held(request, analyst).index(), request.getContextPath());
	}

	/**
	 * Answer a form: lead to a page.
	 * @param parameters names and values
	 */
	private static ResponseEntity<Void> seeOther(HttpServletRequest request, String path, String... parameters) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getContextPath() + PATH + path);
		Map<String, @Nullable Object> values = new HashMap<>();
		for (int i = 0; i < parameters.length; i += 2) {
			address.queryParam(parameters[i], "{" + parameters[i] + "}");
			values.put(parameters[i], parameters[i + 1]);
		}
		URI target = address.encode().buildAndExpand(values).toUri();
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(target).build();
	}

}
