/* Widens the time axis, and chooses which part of it shows at first. */

import { say } from "../page.js";
import { bars, isShown, scroll, story } from "./state.js";

const ZOOMS = [1, 2, 4, 8];

/* Lengths in pixels. */
const LEAST_OF_A_LABEL = 48;
const MARGIN = 12;

let zoom = 1;

/* Makes the axis wider by a factor, or as wide as at first by 0. What has the focus or is selected comes into the
   middle; else what stands in the middle stays there. */
export function zoomBy(factor) {
	const wanted = (factor === 0) ? 1 : zoom * factor;
	if (!ZOOMS.includes(wanted) || wanted === zoom) {
		return;
	}
	const middle = (scroll.scrollLeft + scroll.clientWidth / 2) / scroll.scrollWidth;
	zoom = wanted;
	story.querySelector("[data-canvas]").dataset.zoom = zoom;
	const bar = document.activeElement.closest(".bar") ?? bars.find((candidate) => candidate.hasAttribute("aria-current")
		&& isShown(candidate));
	if (bar) {
		const mark = bar.querySelector(".mark").getBoundingClientRect();
		scroll.scrollLeft += mark.left - scroll.getBoundingClientRect().left - scroll.clientWidth / 2;
	}
	else {
		scroll.scrollLeft = middle * scroll.scrollWidth - scroll.clientWidth / 2;
	}
	say((zoom === 1) ? "The whole time" : `${zoom} times as wide`);
	showZooms();
}

/* Where the axis is wider than the window, shows the part in which most alerts begin, the earliest such part: groups
   begin at different times, so at the axis's own beginning most of them are empty. */
export function showMost() {
	const left = scroll.getBoundingClientRect().left - scroll.scrollLeft;
	const side = story.querySelector(".story-side").clientWidth;
	const room = scroll.clientWidth - side;
	const starts = bars.filter(isShown).map((bar) => bar.querySelector(".mark").getBoundingClientRect().left - left - side)
		.sort((one, other) => one - other);
	const inView = (from) => starts.filter((start) => start >= from && start <= from + room - LEAST_OF_A_LABEL).length;
	const best = starts.reduce((most, start) => (inView(start) > inView(most) ? start : most), starts[0] ?? 0);
	if (scroll.scrollWidth > scroll.clientWidth) {
		scroll.scrollLeft = best - MARGIN;
	}
}

/* Shows which of the zoom buttons can do something. */
export function showZooms() {
	for (const button of story.querySelectorAll("[data-zoom-by]")) {
		const factor = Number(button.dataset.zoomBy);
		const possible = (factor === 0) ? zoom !== 1 : ZOOMS.includes(zoom * factor);
		button.setAttribute("aria-disabled", String(!possible));
	}
}

export function listenToZoomButtons() {
	story.addEventListener("click", (event) => {
		const button = event.target.closest("[data-zoom-by]");
		if (button) {
			zoomBy(Number(button.dataset.zoomBy));
		}
	});
}
