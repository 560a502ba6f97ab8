/* What every page gains from scripts: copy buttons, menus that close, countdowns. Pages work without. */

function closeMenusExcept(kept) {
	for (const menu of document.querySelectorAll("details.menu[open]")) {
		if (!kept || !menu.contains(kept)) {
			menu.open = false;
		}
	}
}

document.addEventListener("click", (event) => closeMenusExcept(event.target));

document.addEventListener("keydown", (event) => {
	const menu = (event.key === "Escape") ? document.activeElement?.closest("details.menu[open]") : null;
	if (menu) {
		menu.open = false;
		menu.querySelector("summary").focus();
	}
});

async function copy(button) {
	const label = button.querySelector("[data-copy-label]") ?? button;
	const before = label.textContent;
	try {
		await navigator.clipboard.writeText(button.dataset.copy);
		label.textContent = "Copied";
	}
	catch {
		label.textContent = "Not copied: the browser refused";
	}
	setTimeout(() => (label.textContent = before), 2000);
}

for (const button of document.querySelectorAll("button[data-copy]")) {
	button.hidden = !navigator.clipboard;
}

document.addEventListener("click", (event) => {
	const button = event.target.closest("button[data-copy]");
	if (button) {
		copy(button);
	}
});

function remaining(milliseconds) {
	const seconds = Math.floor(milliseconds / 1000);
	return (seconds <= 0) ? "expired" : `in ${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

for (const countdown of document.querySelectorAll("[data-seconds-left]")) {
	const end = Date.now() + Number(countdown.dataset.secondsLeft) * 1000;
	setInterval(() => (countdown.textContent = remaining(end - Date.now())), 1000);
}
