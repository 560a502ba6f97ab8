package io.watchfloor.web.triage;

import java.util.List;
import java.util.Objects;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.consent.WriteAccess;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.frame.Frame;
import io.watchfloor.web.frame.SignInDigest;
import io.watchfloor.web.triage.desk.TriageDesk;
import io.watchfloor.web.triage.desk.TriageDraft;
import io.watchfloor.web.triage.form.TriageForm;
import io.watchfloor.web.triage.form.Judgement;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Makes the section of an incident's page: the form as it is filled in, and what the
 * address asks for besides.
 */
final class SectionBuilder {

	private static final TriageChange NOTHING = new TriageChange(null, null, null, null, List.of(), List.of(), null);

	private final HttpServletRequest request;

	private final Analyst analyst;

	private final TriageDesk desk;

	SectionBuilder(HttpServletRequest request, Analyst analyst, TriageDesk desk) {
		this.request = request;
		this.analyst = analyst;
		this.desk = desk;
	}

	TriageSection section(Incident incident, AnalystView view, WriteAccess access) {
		String page = Frame.of(this.request).address();
		String queue = this.request.getContextPath() + StandardView.PATH;
		String form = Objects.requireNonNullElse(this.request.getParameter(TriageAddress.FORM), "");
		TriageDraft draft = draft(form, incident.id());
		TriageChange prefilled = prefilled();
		TriageChange wanted = (draft != null) ? draft.change() : Objects.requireNonNullElse(prefilled, NOTHING);
		return new TriageSection(queue + "/" + incident.id() + "/triage", queue + "/triage/undo", page,
				TriageForm.newName(), SignInDigest.ofAnalyst(this.analyst), incident.id(), mergedInto(incident, queue),
				FormFields.of(SeenState.of(incident), wanted, this.analyst), draft != null || prefilled != null,
				PermissionView.of(access, view.now()), draft != null, (draft != null) ? draft.problems() : List.of(),
				result(form, incident, queue), form, undos(incident.id()), PrecedentView.of(incident, view, page));
	}

	private @Nullable TriageDraft draft(String form, long id) {
		TriageDraft draft = this.desk.draft(form);
		return (draft != null && draft.incident() == id) ? draft : null;
	}

	/**
	 * Return the judgement that the address fills in. One that no page offers is ignored:
	 * nothing comes of it, and the rest of the page is right.
	 */
	private @Nullable TriageChange prefilled() {
		try {
			Judgement judgement = Judgement.of(this.request.getParameter(TriageAddress.JUDGEMENT), null);
			return (judgement != null) ? new TriageChange(null, null, judgement.classification(),
					judgement.determination(), List.of(), List.of(), null) : null;
		}
		catch (BadParameterException ex) {
			return null;
		}
	}

	private static @Nullable Link mergedInto(Incident incident, String queue) {
		Long target = incident.redirectedTo();
		if (target != null && target != incident.id()) {
			return Link.to(Long.toString(target), queue + "/" + target);
		}
		return "Redirected".equalsIgnoreCase(incident.status()) ? Link.to("", null) : null;
	}

	private @Nullable ResultView result(String form, Incident incident, String queue) {
		TriageDesk.UndoAnswer undone = this.desk.undone(form);
		TriageResult result = (undone != null) ? undone.result() : this.desk.triage().result(form);
		if (undone != null && result == null) {
			return ResultView.tooLate();
		}
		return (result != null && result.request().id() == incident.id())
				? ResultView.of(result, undone != null, incident, queue) : null;
	}

	private List<UndoView> undos(long id) {
		return UndoView.of(this.desk).stream().filter((undo) -> undo.incident() == id).toList();
	}

}
