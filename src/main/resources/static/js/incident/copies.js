/* Puts copy buttons beside values, and tells what became of copying. Values are copied as they came, not as they are
   shown. */

import { canCopy } from "../frame/copy.js";
import { say } from "./page.js";

const content = document.querySelector(".incident-content");
const pattern = document.querySelector("button.incident-copy");

/* Returns what of the address's query belongs to the page that is shown, not to the view that it was opened from. */
function partOfAddress() {
	const asked = new URLSearchParams(location.search);
	const kept = [...asked].filter(([name]) => document.querySelector("[data-incident]") && ["page", "alert"].includes(name));
	return (kept.length > 0) ? `?${new URLSearchParams(kept)}` : "";
}

for (const button of document.querySelectorAll("[data-copy-address]")) {
	button.dataset.copy = location.origin + location.pathname + partOfAddress();
	button.hidden = !canCopy;
}

function copyButton(value) {
	const button = pattern.cloneNode(true);
	const what = value.closest("dd")?.parentElement.querySelector("dt");
	button.dataset.copy = value.dataset.raw || value.textContent;
	button.querySelector(".visually-hidden").textContent = what?.textContent ?? "the name";
	return button;
}

/* Puts buttons beside the values of a place that can be seen. An enormous incident has thousands of values, so each
   gets its button when it can be seen for the first time. */
function addCopyButtons(place) {
	for (const value of place.querySelectorAll("[data-raw]")) {
		const whole = value.closest(".incident-fold") ?? value;
		if (!whole.parentElement.closest("details:not([open])")) {
			whole.after(" ", copyButton(value));
			value.removeAttribute("data-raw");
		}
	}
}

if (canCopy) {
	addCopyButtons(content);
	content.addEventListener("toggle", (event) => addCopyButtons(event.target), { capture: true });
}

document.addEventListener("copied", ({ target, detail: outcome }) => {
	target.classList.toggle("told", Boolean(outcome));
	say(outcome);
});
