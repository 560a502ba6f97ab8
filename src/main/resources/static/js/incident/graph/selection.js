/* Selects a cell: in the graph, in the rest of the page, and in words below the graph. */

import { showStates } from "./drawing.js";
import { figure, graph, isAlert, membersOf } from "./state.js";
import { articleOf } from "./table.js";
import { MOST_LISTED, shortened } from "./text.js";

/* Selects a cell, or nothing if it is null. */
export function pick(cell) {
	graph.picked = cell;
	showStates();
	for (const part of document.querySelectorAll(".in-graph")) {
		part.classList.remove("in-graph");
	}
	const row = figure.querySelector("[data-graph-picked]");
	row.replaceChildren();
	if (cell) {
		const entities = (isAlert(cell)) ? namedBy(cell.numbers) : membersOf(cell);
		markInPage(cell.numbers, entities);
		describe(cell, entities, row);
	}
}

function namedBy(numbers) {
	return graph.cells.filter((cell) => !isAlert(cell)).flatMap(membersOf)
		.filter((entity) => entity.numbers.some((number) => numbers.includes(number)));
}

function markInPage(numbers, entities) {
	const parts = numbers.flatMap((number) => [articleOf(number),
		...document.querySelectorAll(`.story .bar[href="#alert-${number}"]`)]);
	for (const part of [...parts, ...entities.map((entity) => document.getElementById(entity.id))]) {
		part?.classList.add("in-graph");
	}
}

function describe(cell, entities, row) {
	const alert = isAlert(cell);
	const others = (alert) ? entities.map((entity) => link(entity.address, shortened(entity.name, 260, 0.4)))
		: cell.numbers.map((number) => link(addressOf(number), number));
	const name = shortened(cell.name, 500, 0.4);
	if (cell.members) {
		row.append(wrapped("strong", alert ? `${cell.numbers.length} alerts: ${name}` : name));
	}
	else {
		row.append(wrapped("strong", alert ? `Alert ${cell.numbers[0]}` : cell.kindName), " ", link(cell.address, name));
	}
	row.append(alert ? ", naming " : others.length === 1 ? ", in alert " : ", in alerts ",
		...others.slice(0, MOST_LISTED).flatMap((part, at) => (at > 0 ? [", ", part] : [part])),
		others.length > MOST_LISTED ? ` and ${others.length - MOST_LISTED} more` : "");
}

function addressOf(number) {
	return graph.cells.filter(isAlert).flatMap(membersOf).find(({ numbers }) => numbers[0] === number).address;
}

function link(address, text) {
	const element = document.createElement("a");
	element.href = address;
	element.append(wrapped("bdi", text));
	return element;
}

function wrapped(name, text) {
	const element = document.createElement(name);
	element.textContent = text;
	return element;
}
