/* What the queue gains from scripts: filters that hold as soon as they are ticked, short addresses, and a
   page that reads on by itself while the range is not complete. */

const form = document.querySelector("form[data-filters]");
const READ_ON_MILLISECONDS = 2000;

/* A field that says what holds anyway is left out of the address. */
form.addEventListener("submit", () => {
	for (const field of form.querySelectorAll("input[name='q'], select[name='range']")) {
		field.disabled = field.value === "" || (field.name === "range" && field.value === "30d");
	}
});

/* The browser brings the page back as it left it, with fields that are not disabled. */
window.addEventListener("pageshow", () => {
	for (const field of form.querySelectorAll(":disabled")) {
		field.disabled = false;
	}
});

form.querySelector("select[name='range']").addEventListener("change", () => form.requestSubmit());
form.querySelector("[data-plain]").hidden = true;

/* Ticks hold when their menu closes, so that several can be set at once. */
for (const menu of form.querySelectorAll("details.menu")) {
	let changed = false;
	menu.addEventListener("change", () => (changed = true));
	menu.addEventListener("toggle", () => {
		if (!menu.open && changed) {
			form.requestSubmit();
		}
	});
}

const busy = () => form.contains(document.activeElement) || form.querySelector("details[open]");

async function readOn() {
	if (!document.hidden && !busy()) {
		const answer = await fetch(location.href, { headers: { accept: "text/html" } });
		const page = new DOMParser().parseFromString(await answer.text(), "text/html");
		const main = page.querySelector("main.queue");
		if (!answer.ok || !main) {
			return;
		}
		for (const part of [".page-head", ".panel", ".pager"]) {
			document.querySelector(`main.queue > ${part}`).replaceWith(main.querySelector(`:scope > ${part}`));
		}
		document.title = page.title;
	}
	if (document.querySelector("[data-reading]")) {
		setTimeout(readOn, READ_ON_MILLISECONDS);
	}
}

if (document.querySelector("[data-reading]")) {
	setTimeout(readOn, READ_ON_MILLISECONDS);
}
