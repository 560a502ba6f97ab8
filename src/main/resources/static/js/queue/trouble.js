/* Tells that the page is not kept current, why, and how old it is. */

import { main } from "./page.js";

const notice = main.querySelector("[data-trouble]");

export function showTrouble(reason) {
	const minutes = Math.floor((Date.now() - Date.parse(main.dataset.asOf)) / 60000);
	const age = (minutes >= 1) ? `, ${minutes} min ago` : "";
	const clock = main.querySelector("[data-clock]")?.textContent;
	const text = `Not kept current: ${reason}. What is shown is as of ${clock ?? "before"}${age}.`;
	const place = notice.querySelector("span");
	// The notice is an alert: writing the same again would have it read out again
	if (place.textContent !== text) {
		place.textContent = text;
	}
	notice.hidden = false;
}

export function hideTrouble() {
	notice.hidden = true;
}
