/* Draws the cells, and chooses which part of the drawing shows. */

import { place } from "./placing.js";
import { canvas, figure, fittingLook, graph, isAlert } from "./state.js";
import { stylesFor } from "./styles.js";
import { labelOf } from "./text.js";

const LEAST_READABLE = 0.6;
const SHAPES = {
	device: "round-rectangle", user: "ellipse", mailbox: "round-tag", "cloud-application": "round-hexagon",
	"security-group": "octagon", process: "cut-rectangle", file: "barrel", ip: "round-diamond", url: "rhomboid",
	"mail-message": "round-pentagon", "mail-cluster": "round-heptagon", registry: "hexagon", other: "round-triangle",
};
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/* Draws everything anew, in the look that fits the width. */
export function draw() {
	graph.look = fittingLook();
	const edges = place(graph.cells, graph.look);
	graph.cy.elements().remove();
	graph.cy.style(stylesFor(graph.look));
	graph.cy.add([...graph.cells.map(node), ...edges]);
	giveRoom();
	showStates();
}

function node(cell) {
	const picture = figure.querySelector(`[data-kind="${CSS.escape(cell.kind)}"]`)?.dataset.picture;
	const classes = [isAlert(cell) ? `alert ${cell.level}` : "entity", cell.members ? "several" : "",
		cell.asset ? "asset" : ""].join(" ");
	return {
		group: "nodes", classes, position: { x: cell.x, y: cell.y },
		data: { id: cell.id, label: labelOf(cell), picture, shape: SHAPES[cell.kind] ?? "round-rectangle" },
	};
}

/* Makes the canvas high enough. A phone scrolls past all of it; elsewhere it is no higher than the window. */
function giveRoom() {
	const { w, h } = graph.cy.elements().boundingBox();
	const most = (graph.look.below) ? 2600 : Math.min(innerHeight * 0.8, 900);
	const zoom = Math.min(1, (canvas.clientWidth - 2 * graph.look.margin) / w);
	canvas.style.blockSize = `${Math.round(Math.min(Math.max(h * zoom + 2 * graph.look.margin, 320), most))}px`;
	graph.cy.resize();
}

/* Marks what is selected, what that is joined to, and where the keyboard is. */
export function showStates() {
	const { cy, picked, cursor } = graph;
	cy.elements().removeClass("near far picked cursor");
	if (picked) {
		const chosen = cy.getElementById(picked.id);
		const near = chosen.closedNeighborhood();
		near.edges().addClass("near");
		cy.elements().difference(near).addClass("far");
		chosen.addClass("picked");
	}
	if (cursor) {
		cy.getElementById(cursor.id).removeClass("far").addClass("cursor");
	}
}

function move(view) {
	graph.cy.stop();
	graph.cy.animate(view, { duration: (calm.matches) ? 0 : 180 });
}

/* Shows all of the graph. */
export function fit() {
	move({ fit: { eles: graph.cy.elements(), padding: graph.look.margin } });
}

export function zoomBy(factor) {
	const { cy } = graph;
	cy.stop();
	cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
}

/* Moves a cell into the middle, unless it shows anyway. */
export function bringIntoView(cell) {
	const { x1, x2, y1, y2 } = graph.cy.extent();
	if (cell.x < x1 || cell.x > x2 || cell.y < y1 || cell.y > y2) {
		move({ center: { eles: graph.cy.getElementById(cell.id) } });
	}
}

/* Shows all of the graph, if that can be read; else some cells of it. */
export function focusOn(cells) {
	if (zoomFor(graph.cy.elements()) >= LEAST_READABLE) {
		fit();
		return;
	}
	const nodes = graph.cy.nodes().filter((candidate) => cells.some((cell) => cell.id === candidate.id()));
	move({ zoom: Math.min(1, zoomFor(nodes)), center: { eles: nodes } });
}

function zoomFor(elements) {
	const { w, h } = elements.boundingBox();
	const margins = 2 * graph.look.margin;
	return Math.min((graph.cy.width() - margins) / w, (graph.cy.height() - margins) / h);
}
