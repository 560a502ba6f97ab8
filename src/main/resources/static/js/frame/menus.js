/* Closes open menus when something outside of them is clicked, and on Escape. */

function closeMenusExcept(kept) {
	for (const menu of document.querySelectorAll("details.menu[open]")) {
		if (!kept || !menu.contains(kept)) {
			menu.open = false;
		}
	}
}

/* Closes a menu and leaves the focus on what opens it. */
export function closeMenu(menu) {
	menu.open = false;
	menu.querySelector("summary").focus();
}

document.addEventListener("click", (event) => closeMenusExcept(event.target));

document.addEventListener("keydown", (event) => {
	const menu = (event.key === "Escape") ? document.activeElement?.closest("details.menu[open]") : null;
	if (menu) {
		// The same key means something else to a page where no menu is open
		event.preventDefault();
		closeMenu(menu);
	}
});
