/* Remembers for a tab when the analyst last looked, so that its pages tell what is new since. */

import { epochSecond } from "./times.js";

const NAME = "watchfloor.looked";

const otherTabs = new BroadcastChannel("watchfloor.looked");

/* Returns the time of the last look, in seconds since 1970. */
export const lastLook = () => Number(sessionStorage.getItem(NAME));

/* Remembers a look at what was read at some time; without one, at what is read now. */
function rememberLook(asOf) {
	sessionStorage.setItem(NAME, epochSecond(asOf || new Date().toISOString()));
}

/* Remembers the first look in a tab that has none yet. */
export function rememberFirstLook(asOf) {
	if (!sessionStorage.getItem(NAME)) {
		rememberLook(asOf);
	}
}

/* Remembers that the analyst saw what is new: in this tab and all others, which tell so by the event "looked". */
export function markSeen(asOf) {
	rememberLook(asOf);
	otherTabs.postMessage(lastLook());
	document.dispatchEvent(new Event("looked"));
}

otherTabs.addEventListener("message", ({ data: look }) => {
	if (look > lastLook()) {
		sessionStorage.setItem(NAME, look);
		document.dispatchEvent(new Event("looked"));
	}
});
