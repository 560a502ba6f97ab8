/* Writes times in the browser's zone where the analyst wants that. The zone is always said. */

import { briefLocal, dayAndMinuteLocal, dayAndMinuteUtc, secondLocal, zone } from "../frame/times.js";
import { main } from "./page.js";

const isLocal = () => document.documentElement.dataset.zone === "local";

export function writeTimes() {
	for (const time of main.querySelectorAll(":is(.col-age, .col-updated) time")) {
		time.title = isLocal() ? `${dayAndMinuteLocal(new Date(time.dateTime))} ${zone}` : dayAndMinuteUtc(time.dateTime);
	}
	if (isLocal()) {
		writeLocalTimes();
	}
}

function writeLocalTimes() {
	for (const time of main.querySelectorAll(".col-updated time")) {
		time.textContent = briefLocal(new Date(time.dateTime));
	}
	write(main.querySelector("thead .col-updated a"), `Updated, ${zone}`);
	const clock = main.querySelector("[data-clock]");
	write(clock, clock && secondLocal(new Date(clock.dateTime)));
	write(document.querySelector(".frame-footer span"), `Times are local, ${zone}, where scripts write them; others are UTC.`);
}

function write(place, text) {
	if (place) {
		place.textContent = text;
	}
}
