/* Selects rows of the queue, up to as many as one action takes. A row stays selected when it leaves the page, and that is
   said: other views show other rows, and a selection that vanished would have to be made again. Others hear of each change
   by the event "selection". */

import { listenTo } from "../frame/shortcuts.js";
import { main, say } from "./page.js";
import { allRows, idOf, lastRow, linkOf } from "./rows.js";

const most = Number(main.querySelector("form[data-triage]").dataset.most);
const selected = new Map();
let extension = { end: "", anchor: "", ids: new Set() };
let clicked = "";

const boxOf = (row) => row.querySelector(".col-select input");
const allBox = () => main.querySelector("input[data-select-all]");

/* Returns an incident as the page shows it: its number, its name, and what its box sends, which has the state that the
   analyst sees. */
export const incidentOf = (row) => ({ id: idOf(row), name: linkOf(row).textContent.trim(), value: boxOf(row).value });

/* Returns the selected incidents. */
export const selection = () => [...selected.values()];

/* Returns how many selected incidents are not on the page. */
export function elsewhere() {
	const shown = new Set(allRows().map(idOf));
	return [...selected.keys()].filter((id) => !shown.has(id)).length;
}

/* Selects rows or not, and tells how many are selected now. */
function select(rows, on) {
	const before = selected.size;
	for (const row of rows) {
		if (!on) {
			selected.delete(idOf(row));
		}
		else if (selected.size < most) {
			selected.set(idOf(row), incidentOf(row));
		}
	}
	const left = on ? rows.filter((row) => !selected.has(idOf(row))).length : 0;
	tick();
	if (before !== selected.size || left) {
		say(`${selected.size} selected${left ? `, ${left} not: one action takes at most ${most}` : ""}`);
	}
}

/* Makes the boxes agree with the selection, and the selection with what the rows show now. */
function tick() {
	const rows = allRows();
	for (const row of rows) {
		boxOf(row).checked = selected.has(idOf(row));
		if (boxOf(row).checked) {
			selected.set(idOf(row), incidentOf(row));
		}
	}
	const ticked = rows.filter((row) => selected.has(idOf(row))).length;
	const box = allBox();
	if (box) {
		box.hidden = false;
		box.checked = ticked > 0 && ticked === rows.length;
		box.indeterminate = ticked > 0 && ticked < rows.length;
	}
	document.dispatchEvent(new Event("selection"));
}

export function selectNone() {
	if (selected.size > 0) {
		selected.clear();
		tick();
		say("None selected");
	}
}

function toggle() {
	const row = lastRow() ?? allRows()[0];
	if (row) {
		linkOf(row).focus();
		select([row], !selected.has(idOf(row)));
	}
}

/* Goes a row on and selects all from the row where this began; going back takes away what it selected. */
function extend(step) {
	const rows = allRows();
	const from = lastRow() ?? rows[0];
	if (!from) {
		return;
	}
	if (extension.end !== from.id) {
		extension = { anchor: from.id, ids: new Set() };
	}
	const to = rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(from) + step))];
	const range = between(rows, document.getElementById(extension.anchor) ?? from, to);
	const surplus = rows.filter((row) => extension.ids.has(row.id) && !range.includes(row));
	const wanted = range.filter((row) => !selected.has(idOf(row)));
	surplus.forEach((row) => extension.ids.delete(row.id));
	wanted.forEach((row) => extension.ids.add(row.id));
	extension.end = to.id;
	surplus.forEach((row) => selected.delete(idOf(row)));
	linkOf(to).focus();
	select(wanted, true);
	if (surplus.length > 0 && wanted.length === 0) {
		say(`${selected.size} selected`);
	}
}

function between(rows, one, other) {
	const ends = [rows.indexOf(one), rows.indexOf(other)].sort((a, b) => a - b);
	return rows.slice(ends[0], ends[1] + 1);
}

/* With Shift a click selects from the row that was clicked before. */
main.addEventListener("click", (event) => {
	const row = event.target.matches("tbody .col-select input") ? event.target.closest("tr") : null;
	if (!row) {
		return;
	}
	const before = event.shiftKey ? document.getElementById(clicked) : null;
	select(before ? between(allRows(), before, row) : [row], event.target.checked);
	clicked = row.id;
});

main.addEventListener("change", ({ target }) => {
	if (target === allBox()) {
		select(allRows(), target.checked);
	}
});

listenTo({
	"x": toggle,
	"J": () => extend(1),
	"K": () => extend(-1),
	"Escape": selectNone
});

document.addEventListener("shown", tick);

/* Browsers keep what was ticked when a page is loaded again; more than an action takes is left out. */
export function startSelection() {
	for (const row of allRows().filter((row) => boxOf(row).checked).slice(0, most)) {
		selected.set(idOf(row), incidentOf(row));
	}
	tick();
}
