package io.watchfloor.web.triage;

import java.util.List;

import io.watchfloor.signin.consent.WriteAccess;
import io.watchfloor.web.address.Link;
import org.jspecify.annotations.Nullable;

/**
 * What the section on an incident's page shows: {@code section.html} knows it as
 * {@code triage}.
 *
 * @param action where the form is sent to
 * @param undoAction where undoing is sent to
 * @param back the page itself, to which forms lead back
 * @param form names the form
 * @param analyst names the analyst to the script that keeps what was typed
 * @param id the incident's number
 * @param mergedInto the incident that it was merged into, whose own address is
 * {@code null} where the API did not name it; {@code null} where it was not merged
 * @param fields the fields of the form
 * @param open whether the form shows unfolded
 * @param access whether the analyst may write
 * @param unwritten whether the form has what the analyst wanted before and is not written
 * @param problems what is wrong with the form, none where nothing is
 * @param result what became of the last change, or {@code null}
 * @param shown names the form whose result it is, empty for none
 * @param undos what of this incident can be undone
 * @param precedents how incidents like this one were judged
 */
record TriageSection(String action, String undoAction, String back, String form, String analyst, long id,
		@Nullable Link mergedInto, FormFields fields, boolean open, PermissionView access, boolean unwritten,
		List<String> problems, @Nullable ResultView result, String shown, List<UndoView> undos,
		PrecedentView.All precedents) {

	/**
	 * Return the name of the form that is written whole, so that nothing of it has to be
	 * kept any longer; {@code null} where the page tells of none.
	 */
	public @Nullable String written() {
		return (this.result != null && "good".equals(this.result.style()) && !this.unwritten) ? this.shown : null;
	}

	/**
	 * Return whether the analyst has to be asked for the permission now.
	 */
	public boolean asking() {
		return this.unwritten && this.access.state() != WriteAccess.State.GRANTED;
	}

}
