/* Changes incidents from the queue: the selected ones, or else the one whose row the analyst is at. One is changed while
   the queue stays open; several lead to the page of their run. */

import { listenTo } from "../frame/shortcuts.js";
import { changeOne } from "./change-one.js";
import { bringBack, forget, forgetLater, forgetOnceArrived, keep } from "./drafts.js";
import { main, say } from "./page.js";
import { lastRow, linkOf } from "./rows.js";
import { elsewhere, incidentOf, selection, selectNone, startSelection } from "./selection.js";

const form = main.querySelector("form[data-triage]");
const fields = form.querySelector("[data-fields]");
const forWhom = form.querySelector("[data-for]");
const count = form.querySelector("[data-count]");
const assign = form.querySelector("button[name='assignedTo']");
const note = forWhom.textContent;

/* The incident whose row the analyst was at when the fields were opened, if none was selected. */
let current = null;

function targets() {
	const chosen = selection();
	return chosen.length ? chosen : [current ?? (lastRow() && incidentOf(lastRow()))].filter(Boolean);
}

const wordsFor = (incidents) => (incidents.length === 1)
	? `incident ${incidents[0].id}: ${incidents[0].name}` : `${incidents.length} incidents`;

/* Opens the fields at one of them. */
function openAt(name) {
	const incidents = targets();
	if (incidents.length === 0) {
		say("Go to a row first, with j or k, or select some");
		return;
	}
	if (fields.hidden) {
		current = incidents[0];
		fields.hidden = false;
		show();
		if (bringBack(incidents, form.elements.comment)) {
			say("The comment that you typed before is back");
		}
	}
	form.elements[name].focus();
}

/* Gives up what is in the fields. */
function cancel() {
	forget();
	close();
}

function close() {
	const inside = form.contains(document.activeElement);
	empty();
	fields.hidden = true;
	current = null;
	show();
	if (inside) {
		(linkOf(lastRow()) ?? main.querySelector("h1")).focus({ preventScroll: true });
	}
}

/* Empties the fields. To reset the form would also untick the rows, whose boxes belong to it. */
function empty() {
	for (const field of fields.querySelectorAll("input, textarea")) {
		field.value = "";
	}
	for (const choice of fields.querySelectorAll("select")) {
		choice.selectedIndex = 0;
	}
}

/* Shows the bar as long as it has something to act on. */
function show() {
	const chosen = selection().length;
	const away = elsewhere();
	form.hidden = chosen === 0 && fields.hidden;
	count.hidden = chosen === 0;
	count.textContent = `${chosen} selected${away ? `, ${away} not on this page` : ""}`;
	forWhom.textContent = `For ${wordsFor(targets())}. ${note.replace(/^.*?\.\s*/s, "")}`;
	form.querySelector("[data-clear]").hidden = chosen === 0;
	for (const button of form.querySelectorAll("[data-field]")) {
		button.setAttribute("aria-expanded", String(!fields.hidden));
	}
}

/* Names the form anew: one that was sent before changes nothing a second time. */
function rename() {
	const numbers = crypto.getRandomValues(new Uint32Array(4));
	form.elements.form.value = [...numbers].map((number) => number.toString(16).padStart(8, "0")).join("");
}

form.addEventListener("formdata", ({ formData }) => {
	formData.delete("id");
	targets().forEach(({ value }) => formData.append("id", value));
});

form.addEventListener("submit", (event) => {
	const incidents = targets();
	if (incidents.length === 0) {
		event.preventDefault();
		say("No incident is selected");
	}
	else if (incidents.length === 1) {
		event.preventDefault();
		const data = new FormData(form, event.submitter);
		const what = (event.submitter === assign) ? "Assigning to you" : "Changing";
		say(`${what}: ${wordsFor(incidents)}`);
		const forgetWritten = forgetLater();
		changeOne(form, data, incidents[0]).then((written) => written && data.get("comment") && forgetWritten());
		rename();
		close();
		selectNone();
	}
	else {
		forgetOnceArrived();
	}
});

/* What was sent may be sent again once the browser comes back to the page. */
addEventListener("pageshow", (event) => event.persisted && rename());

form.addEventListener("keydown", (event) => {
	const typing = event.target.matches("textarea");
	if (event.key === "Escape" && !fields.hidden) {
		event.preventDefault();
		cancel();
	}
	else if (event.key === "Enter" && !event.isComposing && event.target.matches("select, textarea")
		&& (!typing || event.ctrlKey || event.metaKey)) {
		event.preventDefault();
		form.requestSubmit(fields.querySelector("[type='submit']"));
	}
});

for (const button of form.querySelectorAll("button[type='button'], [data-key]")) {
	button.hidden = false;
}
for (const button of form.querySelectorAll("[data-field]")) {
	button.addEventListener("click", () => openAt(button.dataset.field));
}
form.querySelector("[data-cancel]").addEventListener("click", cancel);
form.elements.comment.addEventListener("input", () => keep(targets(), form.elements.comment));
form.querySelector("[data-clear]").addEventListener("click", selectNone);

listenTo({
	"a": (event) => event.repeat || (targets().length ? form.requestSubmit(assign) : openAt("status")),
	"s": () => openAt("status"),
	"f": () => openAt("classification"),
	"t": () => openAt("tags"),
	"m": () => openAt("comment")
});

form.setAttribute("data-live", "");
fields.hidden = true;
document.addEventListener("selection", show);
startSelection();
