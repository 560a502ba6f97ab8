/* Asks for pages and reads them. */

import { secondUtc } from "./times.js";

/* Browsers parse only text that this policy let pass, as the content security policy demands. */
const policy = globalThis.trustedTypes?.createPolicy("watchfloor-page", { createHTML: (text) => text });

export function askForPage(address, headers, signal) {
	return fetch(address, { headers: { accept: "text/html", ...headers }, signal });
}

/* Reads the page of an answer, which has to be the server's own. Nothing in it is run or loaded. */
export async function readPage(answer) {
	if (new URL(answer.url).origin !== location.origin) {
		throw new Error("an answer of another server");
	}
	const text = await answer.text();
	return new DOMParser().parseFromString(policy?.createHTML(text) ?? text, "text/html");
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
