/* Goes from alert to alert by the arrow keys, selects, and zooms. */

import { isShortcut } from "../../frame/keys.js";
import { makeStop, select } from "./selection.js";
import { barsInOrder, scroll } from "./state.js";
import { zoomBy } from "./zoom.js";

const ZOOMS = { "+": 2, "=": 2, "-": 0.5, "0": 0 };
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function listenToKeys() {
	scroll.addEventListener("keydown", (event) => {
		const action = isShortcut(event) ? null : actionOf(event.key, event.target.closest(".bar"));
		if (action) {
			event.preventDefault();
			action();
		}
	});
}

function actionOf(key, bar) {
	const at = barsInOrder().indexOf(bar);
	if (key in ZOOMS) {
		return () => zoomBy(ZOOMS[key]);
	}
	if (at >= 0 && (key in STEPS || key === "Home" || key === "End")) {
		return () => goFrom(at, key);
	}
	return (at >= 0 && key === " ") ? () => select(bar.dataset.alert) : null;
}

function goFrom(at, key) {
	const shown = barsInOrder();
	const to = (key === "Home") ? 0 : (key === "End") ? shown.length - 1 : at + STEPS[key];
	const bar = shown[Math.max(0, Math.min(shown.length - 1, to))];
	makeStop(bar);
	bar.focus();
}
