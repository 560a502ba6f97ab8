/* Draws the graph of an incident's alerts and what they name, with Cytoscape.js. What is drawn is read from the table
   below it, which says the same without scripts. The library is only loaded for those who come near the graph. */

import { draw } from "./drawing.js";
import { followAddress, leaveScrollingAlone, listen } from "./input.js";
import { canvas, figure, graph } from "./state.js";
import { readTable } from "./table.js";

async function start() {
	const { default: cytoscape } = await import(figure.dataset.library);
	leaveScrollingAlone();
	graph.cy = cytoscape({ container: canvas, minZoom: 0.15, maxZoom: 3, autoungrabify: true, autounselectify: true,
		boxSelectionEnabled: false });
	graph.cells = readTable();
	draw();
	graph.cy.fit(graph.cy.elements(), graph.look.margin);
	listen();
	followAddress();
}

if (figure) {
	figure.hidden = false;
	const observer = new IntersectionObserver((entries) => {
		if (entries.some((entry) => entry.isIntersecting)) {
			observer.disconnect();
			start().catch((error) => {
				figure.hidden = true;
				throw error;
			});
		}
	}, { rootMargin: "400px" });
	observer.observe(figure);
}
