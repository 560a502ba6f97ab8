/* Writes what nodes, links and announcements say, as short as there is room. */

import { canvas, graph, isAlert } from "./state.js";

export const MOST_LISTED = 12;

const pen = document.createElement("canvas").getContext("2d");

/* Shortens a text to a width in pixels. The beginning is kept, and of evidence also a part of the end, where paths and
   URLs differ.
   end: which part of what is kept is the end, from 0 to 1 */
export function shortened(text, width, end = 0) {
	if (text.length <= 400 && pen.measureText(text).width <= width) {
		return text;
	}
	const first = [...text.slice(0, 300)];
	const last = [...text.slice(-300)];
	const cut = (letters) => first.slice(0, Math.ceil(letters * (1 - end))).join("").trimEnd() + "…"
		+ last.slice(last.length - Math.floor(letters * end)).join("").trimStart();
	let letters = first.length;
	while (letters > 2 && pen.measureText(cut(letters)).width > width) {
		letters = Math.min(letters - 1, Math.floor(letters * 0.9));
	}
	return cut(letters);
}

/* Names are somebody's text: they stand between marks that keep their direction to themselves. */
function isolated(text) {
	return `\u2068${text}\u2069`;
}

/* Returns what stands in or beside a node. */
export function labelOf(cell) {
	pen.font = `${cell.members ? 600 : 400} 13px ${getComputedStyle(canvas).fontFamily}`;
	if (!isAlert(cell)) {
		return isolated(shortened(cell.name, graph.look.label, cell.asset ? 0 : 0.4));
	}
	const head = (cell.members) ? `${cell.numbers.length} alerts` : `${cell.numbers[0]} ${shortened(cell.severity, 90)}`;
	return `${isolated(head)}\n${isolated(shortened(cell.name, graph.look.card - 32))}`;
}

/* Returns what is said of a cell where the keyboard comes to it. */
export function inWords(cell) {
	const name = shortened(cell.name, 700, 0.4);
	const joined = graph.cy.getElementById(cell.id).degree();
	if (isAlert(cell)) {
		return (cell.members) ? `${cell.numbers.length} alerts, ${name}. Joined to ${joined}. Enter opens them.`
			: `Alert ${cell.numbers[0]}, ${cell.severity}: ${name}. Joined to ${joined}.`;
	}
	const more = cell.numbers.length - MOST_LISTED;
	const numbers = `In alerts ${cell.numbers.slice(0, MOST_LISTED).join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
	return (cell.members) ? `${name}. ${numbers} Enter opens them.` : `${cell.kindName} ${name}. ${numbers}`;
}
