/* Keeps a comment that is being typed in this tab, so that a session that ends in the middle loses nothing. It is given
   back to the same analyst at the same incident only, and forgotten when it is written or the analyst signs out. */

import { DRAFTS, forgetDraftsOfOthers } from "../frame/drafts.js";

/* section: names the incident, the analyst, and the last form that was written; its page may be loaded again while another
      comment is being typed
   field: the comment
   fold: what has to be unfolded to see it */
export function keepDraft(section, field, fold) {
	const own = `${DRAFTS}${section.dataset.draftsOf}.`;
	const key = own + section.dataset.incident;
	forgetDraftsOfOthers(own);
	const { written } = section.dataset;
	if (written && sessionStorage.getItem(`${key}.written`) !== written) {
		sessionStorage.removeItem(key);
		sessionStorage.setItem(`${key}.written`, written);
	}
	const kept = sessionStorage.getItem(key);
	if (kept && !field.value) {
		field.value = kept;
		fold.open = true;
	}
	field.addEventListener("input", () => {
		if (field.value) {
			sessionStorage.setItem(key, field.value);
		}
		else {
			sessionStorage.removeItem(key);
		}
	});
}
