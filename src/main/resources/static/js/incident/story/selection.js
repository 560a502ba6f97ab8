/* Selects an alert: in the story, in the list of alerts, and in words below the story. */

import { bars, story } from "./state.js";

const articles = [...document.querySelectorAll(".incident-alert")];

/* Makes a bar the only one where the Tab key stops; the arrow keys go on from there. */
export function makeStop(stop) {
	bars.forEach((bar) => bar.setAttribute("tabindex", (bar === stop) ? "0" : "-1"));
}

/* Selects the alert of a number, as the page has it. */
export function select(number) {
	for (const part of [...bars, ...articles]) {
		const is = part.dataset.alert === number;
		part.toggleAttribute("aria-current", is);
		if (is) {
			part.setAttribute("aria-current", "true");
		}
		part.classList.toggle("chosen", is);
	}
	describe(bars.find((bar) => bar.dataset.alert === number));
}

function describe(bar) {
	const chosen = story.querySelector("[data-chosen]");
	chosen.textContent = "";
	if (bar) {
		const link = document.createElement("a");
		link.href = bar.getAttribute("href");
		link.textContent = "Go to the alert";
		chosen.append(bar.getAttribute("aria-label"), " ", link);
	}
}

/* Selects the alert of a bar and leads to the bar, whether or not its group is open. */
export function show(bar) {
	const group = bar.closest("details");
	if (group) {
		group.open = true;
	}
	makeStop(bar);
	select(bar.dataset.alert);
	bar.scrollIntoView({ block: "center", inline: "center" });
	bar.focus({ preventScroll: true });
}

/* Selects the bar that is clicked; clicked again, its link leads to the alert. */
export function listenToClicks() {
	story.addEventListener("click", (event) => {
		const bar = event.target.closest(".bar");
		if (bar && !bar.hasAttribute("aria-current") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
			event.preventDefault();
			makeStop(bar);
			select(bar.dataset.alert);
			bar.focus({ preventScroll: true });
		}
	});
}
