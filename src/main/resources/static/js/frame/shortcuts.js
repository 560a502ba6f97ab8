/* Listens to single keys, and shows the help that lists them. They can be switched off in the help, for people whose
   software types for them (WCAG 2.1.4), and do nothing while somebody types or a menu or dialog is open. */

import { isShortcut, isTyping } from "./keys.js";

const OFF = "watchfloor.single-keys-off";

const help = document.querySelector("dialog[data-keyboard]");
const choice = help.querySelector("[data-shortcuts]");
const actions = new Map([["?", showHelp], ["h", openHandover]]);

choice.checked = !localStorage.getItem(OFF);
choice.addEventListener("change", () => {
	if (choice.checked) {
		localStorage.removeItem(OFF);
	}
	else {
		localStorage.setItem(OFF, "1");
	}
});

for (const button of document.querySelectorAll("button[data-help]")) {
	button.hidden = false;
	button.addEventListener("click", showHelp);
}

/* Shows the help, with the lists of what works on this page. */
function showHelp() {
	const page = document.querySelector("main");
	for (const list of help.querySelectorAll("[data-keys-of]")) {
		list.hidden = !page?.classList.contains(list.dataset.keysOf);
	}
	help.showModal();
	help.querySelector("form button").focus();
}

/* Opens the handover of this shift, once for a key that is held down. */
function openHandover(event) {
	if (!event.repeat) {
		document.querySelector(".frame-nav a[href$='/handover']")?.click();
	}
}

/* Adds keys of a page.
   keys: for each key what it does; it is handed the event */
export function listenTo(keys) {
	for (const [key, action] of Object.entries(keys)) {
		actions.set(key, action);
	}
}

const isMeant = (event) => choice.checked && !isShortcut(event) && !event.isComposing && !event.defaultPrevented
	&& !isTyping(document.activeElement) && !document.querySelector("dialog[open], details.menu[open]");

document.addEventListener("keydown", (event) => {
	const action = actions.get(event.key);
	if (action && isMeant(event)) {
		event.preventDefault();
		action(event);
	}
});
