/* Opens and closes what is folded: all at once, what a link leads to, and everything for print. */

const content = document.querySelector(".incident-content");

function foldAll(name, open) {
	for (const details of document.querySelectorAll(`[data-foldable="${name}"] > article > details`)) {
		details.open = open;
	}
}

for (const button of document.querySelectorAll("[data-fold]")) {
	button.hidden = false;
	button.addEventListener("click", () => foldAll(button.dataset.fold, false));
}

for (const button of document.querySelectorAll("[data-unfold]")) {
	button.hidden = false;
	button.addEventListener("click", () => foldAll(button.dataset.unfold, true));
}

/* Opens everything around what the address leads to. */
function reveal() {
	const target = document.getElementById(location.hash.slice(1));
	for (let details = target?.closest("details"); details; details = details.parentElement.closest("details")) {
		details.open = true;
	}
	target?.scrollIntoView();
}

addEventListener("hashchange", reveal);
if (location.hash) {
	reveal();
}

let foldedForScreen = [];

addEventListener("beforeprint", () => {
	foldedForScreen = [...content.querySelectorAll("details:not([open])")];
	foldedForScreen.forEach((details) => (details.open = true));
});

addEventListener("afterprint", () => foldedForScreen.forEach((details) => (details.open = false)));
