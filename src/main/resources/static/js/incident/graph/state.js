/* Holds what the graph's modules share: its place in the page and what it shows at this moment. */

export const figure = document.querySelector("[data-graph]");
export const canvas = figure?.querySelector(".graph-canvas");

/* Lengths in pixels. In the narrow look, names stand below their nodes instead of beside them. */
const WIDE_LOOK = { card: 270, gap: 100, node: 34, label: 190, row: 44, margin: 16, below: false };
const NARROW_LOOK = { card: 148, gap: 38, node: 34, label: 106, row: 62, margin: 6, below: true };
const NARROW = 640;

/* cy: what Cytoscape.js draws
   cells: what stands for one alert or entity each, or for several until somebody opens it; each is drawn as a node
   cursor: the cell where the keyboard is, picked: the one that is selected; either may be null */
export const graph = { cy: null, cells: [], look: WIDE_LOOK, cursor: null, picked: null };

export const fittingLook = () => (canvas.clientWidth < NARROW ? NARROW_LOOK : WIDE_LOOK);

export const isAlert = (cell) => cell.kind === "alert";

/* Returns the single alerts or entities that a cell stands for. */
export const membersOf = (cell) => cell.members ?? [cell];

/* Tells people who cannot see the graph. */
export function say(text) {
	figure.querySelector("[data-graph-said]").textContent = text;
}
