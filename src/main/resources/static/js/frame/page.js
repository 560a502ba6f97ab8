/* Asks for pages and reads them. */

import { secondUtc } from "./times.js";

/* Tells whether the server answered that the session is over. */
export const isSignedOut = (answer) => answer.status === 401;

/* Asks for a page. When the session is over, the page that is open is loaded again, which leads to the sign-in. */
export async function askForPage(address, headers, signal) {
	const answer = await fetch(address, { headers: { accept: "text/html", ...headers }, signal });
	if (isSignedOut(answer)) {
		location.reload();
	}
	return answer;
}

/* Reads the text of a page. Nothing in it is run or loaded. */
export function readPage(text) {
	return new DOMParser().parseFromString(text, "text/html");
}

/* Writes into the page's clock of when its content is, as an answer says, with or without a page.
   Returns the time, or null if the answer says none. */
export function showAsOf(main, answer) {
	const asOf = answer.headers.get("x-as-of");
	const clock = main.querySelector("[data-clock]");
	if (!asOf || !clock) {
		return null;
	}
	clock.dateTime = asOf;
	clock.textContent = secondUtc(asOf);
	return asOf;
}
