/* Widens the time axis. */

import { say } from "../page.js";
import { bars, isShown, scroll, story } from "./state.js";

const ZOOMS = [1, 2, 4, 8];

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
