package io.watchfloor.web.triage;

import java.util.List;
import java.util.Objects;

import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.queue.triage.TriageRequest;
import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.queue.triage.TriagedIncidents;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.triage.desk.TriageDesk;
import io.watchfloor.web.triage.desk.TriageDesks;
import io.watchfloor.web.triage.desk.TriageDraft;
import io.watchfloor.web.triage.form.TriageForm;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Writes what an analyst changes in one incident, and leads back to its page, which says
 * what became of it. What is not written stays in the session, so that the page has it in
 * its form again.
 */
@Controller
@ConditionalOnBooleanProperty("watchfloor.triage")
class TriageController {

	private static final String NOBODY = "nobody";

	private final TriageDesks desks;

	private final AnalystWrites writes;

	private final TriageLog log;

	TriageController(TriageDesks desks, AnalystWrites writes, TriageLog log) {
		this.desks = desks;
		this.writes = writes;
		this.log = log;
	}

	/**
	 * Do what the button of the form says.
	 * @param id the incident's number, of up to 18 digits, which always fit in a
	 * {@code long}
	 * @param parameters the fields of {@link TriageForm}; {@code back}, the page that the
	 * form is on; and of a button other than the first: {@code assign}, to change the
	 * owner alone, {@code preview}, to show the comment as it will appear, {@code edit},
	 * to go back to the form, or {@code keep}, to keep what somebody else wrote
	 * @throws BadParameterException if a field has a value that no page offers
	 */
	@PostMapping("/incidents/{id:[1-9][0-9]{0,17}}/triage")
	Object change(@PathVariable long id, @RequestParam MultiValueMap<String, String> parameters,
			@AuthenticationPrincipal Analyst analyst, HttpServletRequest request) {
		Sender sender = new Sender(id, parameters.getFirst("back"), analyst, request);
		TriageForm form = TriageForm.of(parameters);
		if (parameters.containsKey("preview")) {
			return new ModelAndView("triage/preview").addObject("preview",
					PreviewPage.of(form, form.change(analyst), sender.action(), sender.page()));
		}
		if (parameters.containsKey("edit")) {
			return reopen(sender, form, form.change(analyst), List.of());
		}
		if (parameters.containsKey("keep")) {
			TriageChange comment = form.commentOnly().change(analyst);
			return (comment.comment() != null) ? reopen(sender, form, comment, List.of()) : sender.leadBack(null);
		}
		String assign = parameters.getFirst("assign");
		if (assign == null) {
			return write(sender, form, form.change(analyst), null);
		}
		TriageForm assigned = form.withOwner(owner(assign));
		return write(sender, assigned, assigned.ownerOnly().change(analyst), form.withOwner(null).change(analyst));
	}

	private static String owner(String assign) {
		return switch (assign) {
			case TriageForm.ME -> TriageForm.ME;
			case NOBODY -> "";
			default -> throw new BadParameterException("assign", "one of me and nobody");
		};
	}

	/**
	 * Undo a change, if its fields still have the values that were written.
	 * @param entry names the change
	 * @param id the number of its incident, to which the answer leads
	 */
	@PostMapping("/incidents/triage/undo")
	ResponseEntity<Void> undo(@RequestParam(defaultValue = "") String entry, @RequestParam(defaultValue = "") String id,
			@RequestParam(required = false) @Nullable String back, @AuthenticationPrincipal Analyst analyst,
			HttpServletRequest request) {
		if (!id.matches("[1-9][0-9]{0,17}")) {
			throw new BadParameterException("id", "the number of an incident");
		}
		Sender sender = new Sender(Long.parseLong(id), back, analyst, request);
		TriagedIncidents incidents = this.writes.incidents(request);
		String name = TriageForm.newName();
		return this.desks.change(request, (desk) -> {
			TriageResult result = desk.triage().undo(entry, desk.incidents(incidents));
			this.log.log(request, analyst, desk, result);
			desk.keepUndone(name, new TriageDesk.UndoAnswer(result));
			return sender.leadBack(name);
		});
	}

	/**
	 * Write a change, or keep it where that is not possible.
	 * @param form the form with everything that it says
	 * @param change what of it is to be written now
	 * @param rest what of it is not, or {@code null}
	 */
	private ResponseEntity<Void> write(Sender sender, TriageForm form, TriageChange change,
			@Nullable TriageChange rest) {
		if (!this.writes.access(sender.request()).isGranted()) {
			return reopen(sender, form, form.change(sender.analyst()), List.of());
		}
		List<String> problems = change.problems();
		if (!problems.isEmpty()) {
			return reopen(sender, form, form.change(sender.analyst()), problems);
		}
		TriageRequest wanted = new TriageRequest(sender.id(), form.seen(), change, form.form(), form.overwrite());
		return this.desks.change(sender.request(), (desk) -> {
			// Kept first: a session that turns out to be over loses nothing
			desk.keep(form.form(), new TriageDraft(sender.id(), change, List.of()));
			TriageResult result = desk.triage().change(wanted, desk.incidents(this.writes.incidents(sender.request())));
			this.log.log(sender.request(), sender.analyst(), desk, result);
			desk.settle(form.form(), result, rest);
			return sender.leadBack(form.form());
		});
	}

	private ResponseEntity<Void> reopen(Sender sender, TriageForm form, TriageChange change, List<String> problems) {
		return this.desks.change(sender.request(), (desk) -> {
			desk.keep(form.form(), new TriageDraft(sender.id(), change, problems));
			return sender.leadBack(form.form());
		});
	}

	/**
	 * Who sent a form, and from where.
	 *
	 * @param id the incident's number
	 * @param back the page that the form came from, as it says
	 * @param analyst the analyst
	 * @param request the request
	 */
	private record Sender(long id, @Nullable String back, Analyst analyst, HttpServletRequest request) {

		String action() {
			return TriageAddress.incident(this.request, this.id) + "/triage";
		}

		String page() {
			return TriageAddress.back(this.request, this.id, Objects.requireNonNullElse(this.back, ""));
		}

		ResponseEntity<Void> leadBack(@Nullable String form) {
			return TriageAddress.redirect(page(), form);
		}

	}

}
