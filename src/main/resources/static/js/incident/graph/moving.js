/* Moves the keyboard's place from cell to cell. */

import { bringIntoView, showStates } from "./drawing.js";
import { graph, say } from "./state.js";
import { inWords } from "./text.js";

/* Finds the next cell in the direction of an arrow key: up and down within a column, left and right to the nearest in
   the next one. Returns null if there is none. */
export function next(key) {
	const { cells, cursor } = graph;
	const axis = (key === "ArrowUp" || key === "ArrowDown") ? "y" : "x";
	const across = (axis === "x") ? "y" : "x";
	const direction = (key === "ArrowUp" || key === "ArrowLeft") ? -1 : 1;
	const ahead = cells.filter((cell) => (cell[axis] - cursor[axis]) * direction > 0
		&& (axis === "x" || cell.x === cursor.x));
	const distance = (cell) => Math.abs(cell[axis] - cursor[axis]) * 4 + Math.abs(cell[across] - cursor[across]);
	return ahead.reduce((best, cell) => (!best || distance(cell) < distance(best) ? cell : best), null);
}

export function moveTo(cell) {
	if (cell) {
		graph.cursor = cell;
		showStates();
		bringIntoView(cell);
		say(inWords(cell));
	}
}
