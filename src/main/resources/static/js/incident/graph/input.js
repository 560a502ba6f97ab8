/* Listens to keys, pointers, buttons, the address, and whatever else changes the look of the graph. */

import { isShortcut } from "../../frame/keys.js";
import { draw, fit, zoomBy } from "./drawing.js";
import { moveTo, next } from "./moving.js";
import { activate, restart, select } from "./opening.js";
import { pick } from "./selection.js";
import { canvas, figure, fittingLook, graph, membersOf, say } from "./state.js";
import { forced, stylesFor } from "./styles.js";

const ACTIONS = { in: () => zoomBy(1.3), out: () => zoomBy(1 / 1.3), fit, restart };
const KEYS = {
	"+": ACTIONS.in, "=": ACTIONS.in, "-": ACTIONS.out, 0: fit,
	Enter: () => graph.cursor && activate(graph.cursor),
	" ": () => graph.cursor && select(graph.cursor),
	Escape: () => (pick(null), say("Nothing is selected.")),
	Home: () => moveTo(graph.cells[0]), End: () => moveTo(graph.cells.at(-1)),
};

export function listen() {
	listenToKeys();
	figure.addEventListener("click", (event) => {
		ACTIONS[event.target.closest("[data-graph-do]")?.dataset.graphDo]?.();
	});
	graph.cy.on("tap", (event) => {
		const cell = (event.target === graph.cy) ? null : graph.cells.find(({ id }) => id === event.target.id());
		graph.cursor = cell ?? graph.cursor;
		(cell) ? activate(cell) : pick(null);
	});
	for (const colors of [matchMedia("(prefers-color-scheme: dark)"), forced]) {
		colors.addEventListener("change", () => graph.cy.style(stylesFor(graph.look)));
	}
	new ResizeObserver(() => fittingLook() !== graph.look && (draw(), fit())).observe(canvas);
	addEventListener("hashchange", followAddress);
}

function listenToKeys() {
	canvas.addEventListener("focus", () => canvas.matches(":focus-visible") && moveTo(graph.cursor ?? graph.cells[0]));
	canvas.addEventListener("blur", () => {
		graph.cy.nodes().removeClass("cursor");
	});
	canvas.addEventListener("keydown", (event) => {
		const arrow = () => moveTo(graph.cursor ? next(event.key) : graph.cells[0]);
		const action = (event.key.startsWith("Arrow")) ? arrow : KEYS[event.key];
		if (action && !isShortcut(event)) {
			event.preventDefault();
			action();
		}
	});
}

/* Selects what the address leads to. */
export function followAddress() {
	const id = location.hash.slice(1);
	const cell = graph.cells.find((candidate) => membersOf(candidate).some((member) => member.id === id));
	if (cell) {
		pick(cell);
	}
}

/* Leaves scrolling to the page: the wheel zooms with Ctrl, and one finger scrolls past. Must be called before the
   library listens. */
export function leaveScrollingAlone() {
	const ours = (event) => figure.contains(event.target) && canvas.contains(event.target);
	addEventListener("wheel", (event) => {
		if (ours(event) && !event.ctrlKey && !event.metaKey) {
			event.stopImmediatePropagation();
		}
	}, { capture: true, passive: true });
	addEventListener("touchmove", (event) => {
		if (ours(event) && event.touches.length === 1) {
			event.stopImmediatePropagation();
		}
	}, { capture: true, passive: true });
}
