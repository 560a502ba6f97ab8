/* Asks for a view of the queue. An earlier question that is still open is dropped: its view is no longer wanted. */

import { askForPage } from "../frame/page.js";

let asking = null;

export function ask(address, headers) {
	asking?.abort();
	asking = new AbortController();
	return askForPage(address, headers, asking.signal);
}

/* Tells whether a question failed because another one took its place. */
export const isDropped = (error) => error.name === "AbortError";
