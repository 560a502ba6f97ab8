/* Places cells: alerts in a column in the middle, assets at its left, evidence at its right, each as near as possible
   to the alerts that name it. */

import { isAlert } from "./state.js";

/* Gives each cell its x and y. Returns the lines between alerts and what they name. */
export function place(cells, look) {
	const alerts = cells.filter(isAlert);
	const owners = new Map();
	alerts.forEach((cell, at) => cell.numbers.forEach((number) => owners.set(number, at)));
	const sides = [true, false].map((asset) => cells.filter((cell) => !isAlert(cell) && cell.asset === asset));
	const tallest = Math.max(...sides.map((side) => side.length / columnsFor(side, alerts, look)));
	const level = tallest * look.row / alerts.length;
	// a narrow one is scrolled through from its top, where there is to be something
	const apart = Math.max(look.row + 8, look.below ? level : Math.min(1.6 * look.row, level));
	alerts.forEach((cell, at) => Object.assign(cell, { x: 0, y: at * apart }));
	for (const side of sides) {
		side.forEach((cell) => (cell.y = average(ownersOf(cell, owners).map((at) => alerts[at].y))));
		placeSide(side.sort((one, other) => one.y - other.y), columnsFor(side, alerts, look), look);
	}
	return alerts.flatMap((alert, at) => cells
		.filter((cell) => !isAlert(cell) && ownersOf(cell, owners).includes(at))
		.map((cell) => ({ data: { id: `${alert.id}/${cell.id}`, source: alert.id, target: cell.id, asset: cell.asset } })));
}

function placeSide(side, columns, look) {
	const nearest = look.card / 2 + look.gap + look.node / 2;
	side.forEach((cell, at) => {
		cell.x = (cell.asset ? -1 : 1) * (nearest + (at % columns) * (look.node + look.label + 24));
	});
	spread(side, look.row / columns);
}

function ownersOf(cell, owners) {
	return [...new Set(cell.numbers.map((number) => owners.get(number)))];
}

function columnsFor(side, alerts, look) {
	const most = Math.max(alerts.length + 2, Math.ceil(Math.sqrt(side.length) * 2), 8);
	return (look.below) ? 1 : Math.max(1, Math.ceil(side.length / most));
}

function average(numbers) {
	return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/* Moves what lies too close apart, and all of it as little as possible: those that push each other form a block
   around the middle of where they want to be. Neighbouring columns come out shifted against each other, so that lines
   to the outer ones pass between names. */
function spread(side, apart) {
	const blocks = [];
	for (const cell of side) {
		let block = { cells: [cell], middle: cell.y };
		for (let last = blocks.at(-1); last && overlap(last, block, apart); last = blocks.at(-1)) {
			blocks.pop();
			const both = [...last.cells, ...block.cells];
			block = { cells: both, middle: average(both.map(({ y }) => y)) };
		}
		blocks.push(block);
	}
	const places = blocks.flatMap(({ cells: block, middle }) => block
		.map((_, at) => middle + (at - (block.length - 1) / 2) * apart));
	side.forEach((cell, at) => (cell.y = places[at]));
}

function overlap(upper, lower, apart) {
	return lower.middle - upper.middle < (upper.cells.length + lower.cells.length) / 2 * apart;
}
