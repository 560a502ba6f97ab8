/* Notices whether the analyst has begun to work with the rows: went into the table, scrolled, ticked a
   row, or selected text in it. */

import { main } from "./page.js";

let touched = false;

const inTable = (node) => Boolean(node && main.querySelector("[data-rows]")?.contains(node));

export const isTouched = () => touched || scrollY > 0 || inTable(document.activeElement);

export function forgetTouch() {
	touched = false;
}

addEventListener("scroll", () => (touched ||= scrollY > 0), { passive: true });
// Not every browser gives a box that is clicked the focus
main.addEventListener("change", ({ target }) => (touched ||= inTable(target)));
main.addEventListener("focusin", ({ target }) => (touched ||= inTable(target)));
document.addEventListener("selectionchange", () => {
	const selection = getSelection();
	touched ||= !selection.isCollapsed && inTable(selection.anchorNode);
});
