/* Moves through the queue by keyboard. Single keys can be switched off in the help, for people whose software types
   for them (WCAG 2.1.4), and do nothing while somebody types. */

import { isShortcut, isTyping } from "../frame/keys.js";
import { main } from "./page.js";

const help = main.querySelector("dialog");
const shortcuts = help.querySelector("[data-shortcuts]");
const button = main.querySelector("button[data-help]");
const OFF = "watchfloor.single-keys-off";

button.hidden = false;
button.addEventListener("click", () => help.showModal());
shortcuts.checked = !localStorage.getItem(OFF);
shortcuts.addEventListener("change", () => {
	if (shortcuts.checked) {
		localStorage.removeItem(OFF);
	}
	else {
		localStorage.setItem(OFF, "1");
	}
});

const rows = () => [...main.querySelectorAll("tbody th > a")];
const current = () => document.activeElement?.closest("tbody tr")?.querySelector("th > a");

function move(step) {
	const links = rows();
	const at = links.indexOf(current());
	const to = (at < 0) ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step));
	links[to]?.focus();
}

function openInPortal() {
	const id = current()?.closest("tr").id.replace("incident-", "");
	if (id) {
		open(main.dataset.portal.replace("{id}", id), "_blank", "noopener,noreferrer");
	}
}

const KEYS = {
	"/": () => main.querySelector("input[name='q']").focus(),
	"j": () => move(1),
	"k": () => move(-1),
	"o": openInPortal,
	"n": () => main.querySelector("a[data-page='next']")?.click(),
	"p": () => main.querySelector("a[data-page='previous']")?.click(),
	"?": () => help.showModal()
};

document.addEventListener("keydown", (event) => {
	const action = KEYS[event.key];
	const meant = !isShortcut(event) && !event.isComposing && !isTyping(document.activeElement);
	if (action && meant && shortcuts.checked && !help.open) {
		event.preventDefault();
		action();
	}
});
