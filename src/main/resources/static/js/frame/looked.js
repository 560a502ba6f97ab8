/* Remembers for a tab when the analyst last looked, so that its queue and its dashboard tell what is new since. */

import { epochSecond } from "./times.js";

const NAME = "watchfloor.looked";

/* Returns the time of the last look, in seconds since 1970. */
export const lastLook = () => Number(sessionStorage.getItem(NAME));

/* Remembers a look at what was read at some time; without one, at what is read now. */
export function rememberLook(asOf) {
	sessionStorage.setItem(NAME, epochSecond(asOf || new Date().toISOString()));
}

/* Remembers the first look in a tab that has none yet. */
export function rememberFirstLook(asOf) {
	if (!sessionStorage.getItem(NAME)) {
		rememberLook(asOf);
	}
}
