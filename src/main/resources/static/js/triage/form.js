/* Starts what the form on an incident's page gains from scripts: keys, a count of the comment, a preview, drafts, and that
   a form is sent once. The page works without. */

import { listenTo } from "../frame/shortcuts.js";
import { keepDraft } from "./drafts.js";
import { sendOnce } from "./once.js";

const section = document.querySelector("[data-triage]");
const form = section.querySelector("[data-triage-form]");
const fold = section.querySelector("[data-triage-fold]");
const said = section.querySelector("[data-triage-said]");

/* What became of the last change, or what is asked, gets the focus, so that screen readers read it out: once the browser
   has gone to the section that the address names, since that takes the focus away. */
function focusResult() {
	const result = section.querySelector("[data-triage-focus]");
	if (document.readyState === "complete") {
		requestAnimationFrame(() => requestAnimationFrame(() => isUntouched() && result?.focus({ preventScroll: true })));
	}
	else {
		addEventListener("load", focusResult, { once: true });
	}
}

/* Tells whether the analyst has not gone anywhere yet. */
const isUntouched = () => document.activeElement === document.body;

focusResult();

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
		say("It is assigned to you already");
	}
}

/* Undoes the last change that can be undone. */
function undo(event) {
	const last = section.querySelector(".triage-undos form");
	if (!last) {
		say("There is no change here to undo");
	}
	else if (!event.repeat) {
		last.requestSubmit();
	}
}

/* A page of an incident that takes no changes has nothing that says. */
function say(text) {
	if (said) {
		said.textContent = text;
	}
}

listenTo({
	a: assign,
	s: () => go("status"),
	f: () => go("classification"),
	t: () => go("tags"),
	m: () => go("comment"),
	z: undo
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
	say("The comment is shown as it will appear");
}

/* Fills in a judgement that incidents like this one got. */
function fillIn(event) {
	const link = event.target.closest("[data-judgement]");
	const choice = link && [...form.elements.classification.options].find(({ value }) => value === link.dataset.judgement);
	if (choice && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
		event.preventDefault();
		choice.selected = true;
		form.elements.classification.focus();
		say(`Filled in: ${choice.label}`);
	}
}

/* Writes from the comment too, where Enter alone begins a line. */
function writeFromComment(event) {
	if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
		event.preventDefault();
		form.requestSubmit(form.querySelector("button.primary"));
	}
}

if (form) {
	keepDraft(section, form.elements.comment, fold);
	form.elements.comment.addEventListener("input", showCount);
	form.elements.comment.addEventListener("keydown", writeFromComment);
	form.elements.status.addEventListener("change", showResolving);
	form.querySelector("[data-preview]").addEventListener("click", preview);
	form.addEventListener("click", fillIn);
	showCount();
	showResolving();
}
