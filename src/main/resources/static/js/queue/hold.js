/* Holds the rows of the open page in their order and at their places: changes a page that came so that it has them too,
   each as it is now. */

import { epochSecond } from "../frame/times.js";
import { markChanges } from "./changes.js";
import { main } from "./page.js";
import { allRows, idOf } from "./rows.js";

/* Defender lists an incident some minutes after the time of its creation. */
const DELAY_SECONDS = 600;

/* Names the rows of the page to the server, which answers what became of those that the view shows no longer. */
export const heldHeader = () => ({ "x-held-rows": allRows().map(idOf).join(" ") });

/* Changes a page that came. Rows that are not in it anywhere are those of incidents that are gone: they leave.
   since: when the rows that are held were laid, in seconds since 1970
   returns what would be different without holding: how many incidents are new, how many more would come, how many do not
   match any more, and whether the order is another; null if nothing was to be held */
export function hold(news, since) {
	const came = [...news.querySelectorAll("[data-rows] tbody tr")];
	const others = takeOthers(news);
	const known = new Map([...came, ...others.moved, ...others.left].map((row) => [row.id, row]));
	const before = allRows();
	const held = before.filter(({ id }) => known.has(id));
	if (held.length === 0) {
		return null;
	}
	const offer = compare(held, came, others, since);
	const rows = held.map((row) => markChanges(row, known.get(row.id)));
	others.left.forEach(markLeft);
	placeRows(news, rows);
	return offer;
}

function takeOthers(news) {
	const template = news.querySelector("template[data-held]");
	template?.remove();
	const rows = (name) => [...template?.content.querySelectorAll(`[data-${name}] tr`) ?? []];
	return { moved: rows("moved"), left: rows("left") };
}

function compare(held, came, others, since) {
	const ids = new Set(held.map(({ id }) => id));
	const arriving = came.filter(({ id }) => !ids.has(id));
	const created = arriving.filter((row) => epochSecond(row.querySelector(".col-age time")?.dateTime ?? "") > since - DELAY_SECONDS);
	const staying = came.filter(({ id }) => ids.has(id)).map(({ id }) => id);
	const order = held.map(({ id }) => id).filter((id) => staying.includes(id));
	return {
		created: created.length,
		more: arriving.length - created.length,
		left: others.left.length,
		// Each that comes moves one to another page, which is not worth a word
		reordered: order.join() !== staying.join() || others.moved.length > arriving.length,
	};
}

function markLeft(row) {
	const word = document.createElement("span");
	word.className = "left-view";
	word.textContent = "No longer in this view";
	// In the line of the reason, so that the row is no higher
	(row.querySelector("th > .reason") ?? row.querySelector("th")).append(" ", word);
	row.classList.add("is-left");
}

/* Puts the rows into the table that came, or into a copy of the open one where a page came without rows. */
function placeRows(news, rows) {
	let table = news.querySelector("[data-rows] table");
	if (!table) {
		table = main.querySelector("[data-rows] table").cloneNode(true);
		news.querySelector("[data-rows]").replaceChildren(table);
	}
	table.tBodies[0].replaceChildren(...rows);
}
