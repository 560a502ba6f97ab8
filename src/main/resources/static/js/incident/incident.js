/* What the incident page gains from scripts: folding all at once, opening what a link leads to, unfolding for
   print, saying what was copied, and marking where one is. The page works without. */

const content = document.querySelector(".incident-content");

for (const button of document.querySelectorAll("[data-print], [data-fold], [data-unfold]")) {
	button.hidden = false;
}

for (const button of document.querySelectorAll("[data-copy-address]")) {
	button.dataset.copy = location.origin + location.pathname;
	button.hidden = !navigator.clipboard;
}

function foldAll(name, open) {
	for (const details of document.querySelectorAll(`[data-foldable="${name}"] > article > details`)) {
		details.open = open;
	}
}

document.addEventListener("click", (event) => {
	const button = event.target.closest("[data-print], [data-fold], [data-unfold]");
	if (button?.dataset.unfold) {
		foldAll(button.dataset.unfold, true);
	}
	else if (button?.dataset.fold) {
		foldAll(button.dataset.fold, false);
	}
	else if (button) {
		print();
	}
});

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

/* Values are copied as they came, not as they are shown. An enormous incident has thousands, so each gets its button
   when it can be seen for the first time. */

const copying = document.querySelector("button.incident-copy");

function copyButton(value) {
	const button = copying.cloneNode(true);
	const what = value.closest("dd")?.parentElement.querySelector("dt");
	button.dataset.copy = value.dataset.raw || value.textContent;
	button.querySelector(".visually-hidden").textContent = what?.textContent ?? "the name";
	return button;
}

function addCopyButtons(place) {
	for (const value of place.querySelectorAll("[data-raw]")) {
		const whole = value.closest(".incident-fold") ?? value;
		if (!whole.parentElement.closest("details:not([open])")) {
			whole.after(" ", copyButton(value));
			value.removeAttribute("data-raw");
		}
	}
}

if (navigator.clipboard) {
	addCopyButtons(content);
	content.addEventListener("toggle", (event) => addCopyButtons(event.target), { capture: true });
}

let foldedForScreen = [];

addEventListener("beforeprint", () => {
	foldedForScreen = [...content.querySelectorAll("details:not([open])")];
	foldedForScreen.forEach((details) => (details.open = true));
});

addEventListener("afterprint", () => foldedForScreen.forEach((details) => (details.open = false)));

/* app.js copies and writes the outcome into the button; here it is also said, and shown for as long as it stands. */
const said = document.getElementById("incident-said");

document.addEventListener("click", (event) => {
	const button = event.target.closest("button[data-copy]");
	if (button && !button.classList.contains("told")) {
		tellOutcome(button, button.querySelector("[data-copy-label]"));
	}
});

function tellOutcome(button, label) {
	const before = label.textContent;
	const observer = new MutationObserver(() => {
		const standing = label.textContent !== before;
		button.classList.toggle("told", standing);
		said.textContent = standing ? label.textContent : "";
		if (!standing) {
			observer.disconnect();
		}
	});
	observer.observe(label, { childList: true, characterData: true, subtree: true });
}

const places = [...document.querySelectorAll(".incident-nav a")]
	.map((link) => ({ link, section: document.getElementById(link.hash.slice(1)).closest("section") }));
const inView = new Set();

const observer = new IntersectionObserver((entries) => {
	for (const entry of entries) {
		inView[entry.isIntersecting ? "add" : "delete"](entry.target);
	}
	const here = places.find(({ section }) => inView.has(section));
	places.forEach((place) => place.link.classList.toggle("here", place === here));
}, { rootMargin: "-10% 0px -60% 0px" });
places.forEach(({ section }) => observer.observe(section));
