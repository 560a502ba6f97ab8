/* Opens cells that stand for several, bit by bit, and gathers everything again. */

import { draw, fit, focusOn } from "./drawing.js";
import { pick } from "./selection.js";
import { graph, say } from "./state.js";
import { readTable, together } from "./table.js";
import { inWords } from "./text.js";

const MOST_OPENED = 30;
const MOST_DRAWN = 200;

/* Opens a cell that stands for several; selects one that stands for itself. */
export function activate(cell) {
	if (cell.members) {
		open(cell);
	}
	else {
		select(cell);
	}
}

/* Selects a cell and says so. */
export function select(cell) {
	pick(cell);
	say(`Selected. ${inWords(cell)}`);
}

function open(cell) {
	const shown = cell.members.slice(0, MOST_OPENED);
	const rest = cell.members.slice(MOST_OPENED);
	if (graph.cells.length + shown.length > MOST_DRAWN) {
		say("So much is open that more would not be readable. Group again first.");
		return;
	}
	const more = (rest.length > 1) ? [{ ...cell, id: `${cell.id}-more`, ...together(rest),
		name: cell.name.replace(/^\d+/, rest.length) }] : rest;
	graph.cells.splice(graph.cells.indexOf(cell), 1, ...shown, ...more);
	graph.cursor = shown[0];
	pick(null);
	draw();
	focusOn(shown);
	say(`${shown.length} of ${cell.members.length} opened. ${inWords(graph.cursor)}`);
}

/* Gathers what was opened: the graph is as it was at first. */
export function restart() {
	graph.cells = readTable();
	graph.cursor = null;
	pick(null);
	draw();
	fit();
}
