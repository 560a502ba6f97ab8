/* Knows the rows of the table, and at which of them the analyst is or was last. */

import { main, say } from "./page.js";

let last = "";

export const allRows = () => [...main.querySelectorAll("tbody tr")];

export const linkOf = (row) => row?.querySelector("th > a");

export const idOf = (row) => row.id.replace("incident-", "");

/* Returns the row with the focus, or null. */
export const focusedRow = () => document.activeElement?.closest("main.queue tbody tr") ?? null;

/* Returns the row that has the focus or had it last, or null if it is not on the page. */
export const lastRow = () => focusedRow() ?? (last ? document.getElementById(last) : null);

/* Forgets which row had the focus: another view begins at its first row. */
export function forgetRow() {
	last = focusedRow()?.id ?? "";
}

main.addEventListener("focusin", ({ target }) => (last = target.closest("tbody tr")?.id ?? last));

/* Back from an incident, the browser's own way too leads to the row that it was opened from. */
main.addEventListener("click", ({ target }) => {
	const row = target.closest("tbody th > a")?.closest("tr");
	if (row) {
		history.replaceState(null, "", `#${row.id}`);
	}
});

/* Goes to the row that the address names, such as #incident-924565, once the browser has been there: it takes the focus
   away, since rows themselves cannot have it. */
export function goToNamedRow() {
	if (document.readyState === "complete") {
		requestAnimationFrame(() => requestAnimationFrame(focusNamedRow));
	}
	else {
		addEventListener("load", goToNamedRow, { once: true });
	}
}

function focusNamedRow() {
	const [, id] = location.hash.match(/^#incident-([0-9]+)$/) ?? [];
	const link = id && linkOf(document.getElementById(`incident-${id}`));
	if (link) {
		link.focus({ preventScroll: true });
		link.scrollIntoView({ block: "center" });
	}
	else if (id) {
		say(`Incident ${id} is not on this page`);
	}
}
