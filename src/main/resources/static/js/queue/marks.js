/* Marks what came or changed since the analyst last looked, and counts new high ones of the view in the tab's title. */

import { countHighs } from "../frame/highs.js";
import { lastLook, markSeen, rememberFirstLook } from "../frame/looked.js";
import { epochSecond, minuteUtc } from "../frame/times.js";
import { forgetChanges, isChanged } from "./changes.js";
import { main, say } from "./page.js";
import { allRows } from "./rows.js";

const notice = main.querySelector("[data-news]");
let told = "";

rememberFirstLook(main.dataset.asOf);

notice.querySelector("button").addEventListener("click", () => {
	markSeen(main.dataset.asOf);
	main.querySelector("h1").focus({ preventScroll: true });
});

document.addEventListener("looked", () => {
	for (const word of main.querySelectorAll("tbody .news")) {
		word.remove();
	}
	allRows().forEach(forgetChanges);
	markNews();
});

export function markNews() {
	const looked = lastLook();
	const counts = { new: 0, changed: 0 };
	for (const row of allRows()) {
		const what = mark(row, looked);
		if (what) {
			counts[what]++;
		}
	}
	const highs = (main.dataset.highs ?? "").split(" ").map(Number);
	countHighs("view", highs);
	tell(counts, highs.filter((created) => created > looked).length, looked);
}

function mark(row, looked) {
	const created = isLater(row.querySelector(".col-age time"), looked);
	const changed = !created && (isLater(row.querySelector(".col-updated time"), looked) || isChanged(row));
	row.classList.toggle("is-new", created);
	row.classList.toggle("is-changed", changed);
	const name = row.querySelector("th");
	if ((created || changed) && !name.querySelector(".news")) {
		const word = document.createElement("span");
		word.className = "news";
		word.textContent = created ? "New" : "Changed";
		name.prepend(word);
	}
	return created ? "new" : changed ? "changed" : "";
}

/* Tells whether a time is later than another; one that is unknown is not. */
const isLater = (time, second) => Boolean(time) && epochSecond(time.dateTime) > second;

function tell(counts, highs, looked) {
	const parts = [counts.new && `${counts.new} new`, counts.changed && `${counts.changed} changed`].filter(Boolean);
	const since = minuteUtc(new Date(looked * 1000).toISOString());
	const text = parts.length ? `${parts.join(" and ")} on this page since ${since}` : "";
	notice.hidden = !text;
	notice.querySelector("span").textContent = text;
	const aloud = [text, highs && `${highs} new high`].filter(Boolean).join(", ");
	if (aloud !== told && aloud) {
		say(aloud);
	}
	told = aloud;
}
