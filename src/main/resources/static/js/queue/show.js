/* Shows what the server answered: the page that came is laid over the one that is open. A page that came by itself
   leaves the rows where they are, and offers what it has instead. Others hear of it by the event "shown". */

import { overlay } from "../frame/overlay.js";
import { showAsOf } from "../frame/page.js";
import { epochSecond } from "../frame/times.js";
import { hold } from "./hold.js";
import { markNews } from "./marks.js";
import { offer } from "./offer.js";
import { isReading, main } from "./page.js";
import { allRows, focusedRow, lastRow, linkOf } from "./rows.js";
import { writeTimes } from "./times.js";
import { isTouched } from "./touch.js";
import { hideTrouble } from "./trouble.js";

const copyLink = main.querySelector("button[data-copy]");

let laidAt = laidNow(main);

function laidNow(page) {
	return epochSecond(page.dataset.asOf || new Date().toISOString());
}

/* Shows a page.
   polled: whether the page that is open asked by itself
   whole: whether the analyst wants to see all of it */
export function show(page, { polled, whole }) {
	const news = page.querySelector("main.queue");
	if (!news) {
		throw new Error("something other than the queue");
	}
	// While the range is being read, rows fill in under an analyst who has not begun to read them
	const differences = (polled && !whole && (isTouched() || !isReading())) ? hold(news, laidAt) : null;
	news.querySelector("template[data-held]")?.remove();
	laidAt = differences ? laidAt : laidNow(news);
	const stay = differences ? keepInPlace(firstRowInView()) : () => {};
	const refocus = keepFocus(whole ? lastRow() : focusedRow());
	overlay(main, news, { polled });
	overlay(document.querySelector(".frame-nav"), page.querySelector(".frame-nav"), { polled });
	for (const back of document.querySelectorAll("input[name='back']")) {
		back.value = location.pathname + location.search;
	}
	document.title = page.title;
	refresh();
	document.dispatchEvent(new Event("shown"));
	refocus(whole);
	offer(differences);
	stay();
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

/* Returns what gives the focus back to a row, if it was lost, or to the row at its place, if that one is gone.
   Whoever asked for the whole page is led to the row that they were at last. */
function keepFocus(row) {
	const at = allRows().indexOf(row);
	return (whole) => {
		if (row && (whole || document.activeElement === document.body)) {
			const rows = allRows();
			const link = linkOf(row.isConnected ? row : rows[Math.min(at, rows.length - 1)]);
			link?.focus({ preventScroll: true });
			if (whole) {
				link?.scrollIntoView({ block: "nearest" });
			}
		}
	};
}

function firstRowInView() {
	return allRows().find((row) => row.getBoundingClientRect().top >= 0);
}

/* Returns what scrolls so that a row is where it was on the screen, whatever became higher or lower above it. */
function keepInPlace(row) {
	const top = row?.getBoundingClientRect().top;
	return () => row?.isConnected && scrollBy({ top: row.getBoundingClientRect().top - top, behavior: "instant" });
}
