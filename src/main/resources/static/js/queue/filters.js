/* Turns the filters into addresses of views, as soon as something is chosen. */

import { closeMenu } from "../frame/menus.js";
import { filters } from "./page.js";
import { go } from "./views.js";

/* What holds anyway is left out of the address. */
const IMPLIED = { q: "", range: "", sort: "-updated" };

filters.addEventListener("submit", (event) => {
	event.preventDefault();
	const address = new URL(filters.action);
	for (const [name, value] of new FormData(filters)) {
		if (IMPLIED[name] !== value && value !== "") {
			address.searchParams.append(name, value);
		}
	}
	go(address.href, true);
});

/* Ticks count when their menu closes, so that several can be set at once. */
const ticked = new WeakSet();

filters.addEventListener("change", (event) => {
	if (event.target.matches("select[name='range']")) {
		for (const field of filters.querySelectorAll("[data-dates] input")) {
			field.value = "";
		}
	}
	if (event.target.matches("select")) {
		filters.requestSubmit();
	}
	if (event.target.matches(".menu-choice input:checked")) {
		untickOther(event.target);
	}
	const menu = event.target.closest("details.menu");
	if (menu) {
		ticked.add(menu);
	}
});

filters.addEventListener("toggle", (event) => {
	turn(event.target);
	if (event.target.matches("details.menu:not([open])") && ticked.delete(event.target)) {
		filters.requestSubmit();
	}
}, true);

/* A value is wanted or excluded, not both. */
function untickOther(box) {
	for (const other of box.closest(".menu-choice").querySelectorAll("input")) {
		other.checked = other === box;
	}
}

/* Opens a menu that would run out of the window at its right to the left. */
function turn(menu) {
	const panel = menu.querySelector(".menu-panel");
	panel.classList.toggle("end", menu.open && panel.getBoundingClientRect().right > document.documentElement.clientWidth);
}

filters.addEventListener("click", (event) => {
	const menu = event.target.closest("button[type='submit']")?.closest("details.menu");
	if (menu?.open) {
		event.preventDefault();
		closeMenu(menu);
	}
});
