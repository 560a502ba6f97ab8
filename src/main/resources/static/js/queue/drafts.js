/* Keeps a comment that is being typed in the queue in this tab, until it is written or given up. It comes back for the
   same incidents only; for one incident it is also the draft of that incident's page. */

import { DRAFTS, SENT, forgetDraftsOfOthers } from "../frame/drafts.js";
import { main } from "./page.js";

const own = `${DRAFTS}${main.querySelector("form[data-triage]").dataset.draftsOf}.`;
let key = "";

const keyOf = (incidents) => own + incidents.map(({ id }) => id).join("+");

/* Gives back what was typed for these incidents.
   Returns whether there is something */
export function bringBack(incidents, field) {
	forgetDraftsOfOthers(own);
	key = keyOf(incidents);
	const kept = field.value ? null : sessionStorage.getItem(key);
	field.value ||= kept ?? "";
	return Boolean(kept);
}

export function keep(incidents, field) {
	forget();
	key = keyOf(incidents);
	if (field.value) {
		sessionStorage.setItem(key, field.value);
	}
}

/* Forgets what was typed last. */
export function forget() {
	sessionStorage.removeItem(key);
}

/* Returns what forgets the draft as it is now, for when it is written. */
export function forgetLater() {
	const written = key;
	return () => sessionStorage.removeItem(written);
}

/* Leaves it to the page of a run to forget the draft, which is there only if the form arrived. */
export function forgetOnceArrived() {
	sessionStorage.setItem(SENT, key);
}
