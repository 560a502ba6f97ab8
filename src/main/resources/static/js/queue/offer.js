/* Offers what the rows that are held keep off the page: "5 new, 3 no longer match", and a button that shows it. */

import { listenTo } from "../frame/shortcuts.js";
import { main, say } from "./page.js";

const notice = main.querySelector("[data-offer]");
const words = notice.querySelector("span");
const button = notice.querySelector("button");
let told = 0;

/* Makes the button, and the key for it, show what is offered. */
export function onShow(show) {
	button.addEventListener("click", show);
	listenTo({ ".": () => notice.hidden || show() });
}

/* Offers what hold.js found, or nothing. It is said aloud when it appears, and again only if more incidents are new. */
export function offer(differences) {
	const text = differences ? textOf(differences) : "";
	const created = differences?.created ?? 0;
	if (text && (notice.hidden || created > told)) {
		say(`${text}. Show them with the button below the table or the key full stop.`);
	}
	told = text ? created : 0;
	if (words.textContent !== text) {
		words.textContent = text;
	}
	if (!text && notice.contains(document.activeElement)) {
		main.querySelector("h1").focus({ preventScroll: true });
	}
	notice.hidden = !text;
}

function textOf({ created, more, left, reordered }) {
	const text = [
		created && `${created} new`,
		more && `${more} more`,
		left && `${left} no longer ${left === 1 ? "matches" : "match"}`,
		reordered && "order changed",
	].filter(Boolean).join(", ");
	return text.charAt(0).toUpperCase() + text.slice(1);
}
