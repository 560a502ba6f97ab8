/* Shows what the server answered: the page that came is laid over the one that is open. */

import { overlay } from "../frame/overlay.js";
import { showAsOf } from "../frame/page.js";
import { markNews } from "./marks.js";
import { main } from "./page.js";
import { writeTimes } from "./times.js";
import { hideTrouble } from "./trouble.js";

const copyLink = main.querySelector("button[data-copy]");

export function show(page, polled) {
	const news = page.querySelector("main.queue");
	if (!news) {
		throw new Error("something other than the queue");
	}
	const row = focusedRow();
	overlay(main, news, { polled });
	overlay(document.querySelector(".frame-nav"), page.querySelector(".frame-nav"), { polled });
	for (const back of document.querySelectorAll("input[name='back']")) {
		back.value = location.pathname + location.search;
	}
	document.title = page.title;
	keepFocus(row);
	refresh();
}

/* Writes what scripts add to the page. */
export function refresh() {
	copyLink.dataset.copy = location.href;
	writeTimes();
	markNews();
}

/* Shows what the headers of an answer say, which come without a page too. */
export function showHeaders(answer) {
	const asOf = showAsOf(main, answer);
	if (asOf) {
		main.dataset.asOf = asOf;
	}
	const calls = answer.headers.get("x-calls-left");
	if (calls) {
		main.querySelector("[data-calls]").textContent = calls;
	}
	hideTrouble();
	writeTimes();
}

function focusedRow() {
	return [...main.querySelectorAll("tbody tr")].indexOf(document.activeElement?.closest("tbody tr"));
}

/* Moves the focus to the row that stands where the focused one was, if that one is gone. */
function keepFocus(row) {
	if (row >= 0 && document.activeElement === document.body) {
		const links = main.querySelectorAll("tbody th > a");
		links[Math.min(row, links.length - 1)]?.focus({ preventScroll: true });
	}
}
