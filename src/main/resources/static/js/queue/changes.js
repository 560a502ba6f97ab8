/* Marks what changed in a row that is held. Ages go on by themselves, and reasons with them: they count as changed only
   where the incident was updated. */

const PARTS = [".col-severity", ".col-priority", "th > a", "th > .tags", ".col-status", ".col-assignee", ".col-sources", ".col-alerts", ".col-assets"];
const PARTS_OF_UPDATE = ["th > .reason", ".col-updated"];

const textOf = (row, part) => row.querySelector(part)?.textContent.replace(/\s+/g, " ").trim() ?? "";
const updateOf = (row) => row.querySelector(".col-updated time")?.dateTime;

/* Marks the parts of a row that came in which it differs from the row that is held, or in which that one is marked.
   Returns the row that came */
export function markChanges(held, row) {
	const updated = updateOf(held) !== updateOf(row);
	const compared = updated ? [...PARTS, ...PARTS_OF_UPDATE] : PARTS;
	for (const part of [...PARTS, ...PARTS_OF_UPDATE]) {
		const differs = compared.includes(part) && (part === ".col-updated" || textOf(held, part) !== textOf(row, part));
		if (differs || held.querySelector(part)?.hasAttribute("data-changed")) {
			row.querySelector(part)?.setAttribute("data-changed", "");
		}
	}
	return row;
}

export const isChanged = (row) => Boolean(row.querySelector("[data-changed]"));

export function forgetChanges(row) {
	row.querySelectorAll("[data-changed]").forEach((part) => part.removeAttribute("data-changed"));
}
