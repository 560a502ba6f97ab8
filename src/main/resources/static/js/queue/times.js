/* Writes times in another zone than UTC where the analyst wants that, or the shifts have one. The zone is always said. */

import { briefZoned, dayAndMinuteUtc, dayAndMinuteZoned, isZoned, secondZoned, zone } from "../frame/times.js";
import { main } from "./page.js";

export function writeTimes() {
	for (const time of main.querySelectorAll(":is(.col-age, .col-updated) time")) {
		time.title = isZoned ? `${dayAndMinuteZoned(new Date(time.dateTime))} ${zone}` : dayAndMinuteUtc(time.dateTime);
	}
	if (isZoned) {
		writeZonedTimes();
	}
}

function writeZonedTimes() {
	for (const time of main.querySelectorAll(".col-updated time")) {
		time.textContent = briefZoned(new Date(time.dateTime));
	}
	write(main.querySelector("thead .col-updated a"), `Updated, ${zone}`);
	const clock = main.querySelector("[data-clock]");
	write(clock, clock && secondZoned(new Date(clock.dateTime)));
	write(document.querySelector(".frame-footer span"), `Times in lists are ${zone}; others are UTC where no other zone is named.`);
}

function write(place, text) {
	if (place) {
		place.textContent = text;
	}
}
