/* Starts what the form on an incident's page gains from scripts: keys, a count of the comment, a preview, drafts, and that
   a form is sent once. The page works without. */

import { listenTo } from "../frame/shortcuts.js";
import { keepDraft } from "./drafts.js";
import { sendOnce } from "./once.js";

const section = document.querySelector("[data-triage]");
const form = section.querySelector("[data-triage-form]");
const fold = section.querySelector("[data-triage-fold]");
const said = section.querySelector("[data-triage-said]");

/* What became of the last change, or what is asked, is read out by screen readers. */
section.querySelector("[data-triage-focus]")?.focus({ preventScroll: true });

for (const other of section.querySelectorAll("form")) {
	sendOnce(other);
}

function go(name) {
	const field = form?.elements[name];
	if (field) {
		fold.open = true;
		field.focus();
		field.scrollIntoView({ block: "nearest" });
	}
}

/* Assigns at once, once for a key that is held down. */
function assign(event) {
	const button = form?.querySelector("[data-assign]");
	if (button && !event.repeat) {
		form.requestSubmit(button);
	}
	else if (form && !button) {
		said.textContent = "It is assigned to you already";
	}
}

listenTo({
	a: assign,
	s: () => go("status"),
	f: () => go("classification"),
	t: () => go("tags"),
	m: () => go("comment")
});

function showCount() {
	const { comment } = form.elements;
	form.querySelector("[data-count]").textContent = comment.value
		? `, ${comment.value.length.toLocaleString("en")} typed` : "";
}

function showResolving() {
	const { status } = form.elements;
	const wasResolved = status.querySelector("option[selected]")?.value === "Resolved";
	form.querySelector("[data-resolving]").toggleAttribute("data-now", status.value === "Resolved" && !wasResolved);
}

/* Shows the comment as it will appear, where the page stands. */
function preview(event) {
	event.preventDefault();
	const shown = form.querySelector("[data-shown]");
	shown.querySelector("[data-shown-text]").textContent = form.elements.comment.value || "There is no comment in the form.";
	shown.hidden = false;
	said.textContent = "The comment is shown as it will appear";
}

/* Fills in a judgement that incidents like this one got. */
function fillIn(event) {
	const link = event.target.closest("[data-judgement]");
	const choice = link && [...form.elements.classification.options].find(({ value }) => value === link.dataset.judgement);
	if (choice && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
		event.preventDefault();
		choice.selected = true;
		form.elements.classification.focus();
		said.textContent = `Filled in: ${choice.label}`;
	}
}

if (form) {
	keepDraft(section, form.elements.comment, fold);
	form.elements.comment.addEventListener("input", showCount);
	form.elements.status.addEventListener("change", showResolving);
	form.querySelector("[data-preview]").addEventListener("click", preview);
	form.addEventListener("click", fillIn);
	showCount();
	showResolving();
}
