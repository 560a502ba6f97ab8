/* Changes one incident while the queue stays open, and shows what became of it. The change is a run of one, so that the
   answer is the page of the run, and its result is shown here. */

import { listenTo } from "../frame/shortcuts.js";
import { isDropped } from "./ask.js";
import { answer, main, say } from "./page.js";
import { polling } from "./poll.js";
import { finish, send } from "../triage/steps.js";

const place = main.querySelector("[data-outcome]");

/* Sends the form. Where the answer is no run, as when the permission is missing, the browser sends it instead and shows
   the answer: a form that was sent before changes nothing a second time.
   Returns a promise of whether all of it is written */
export function changeOne(form, data, { id }) {
	return change(form.action, data, id, `Incident ${id}: being changed …`);
}

async function change(action, data, id, words) {
	tell(words);
	try {
		const run = await finish(await send(action, data), ({ pause }) => pause
			&& tell(`Incident ${id}: waiting ${pause} s, as Defender takes only so many changes a minute`));
		if (run) {
			const words = showResult(run, id);
			const outcome = place.querySelector(".run-outcome");
			const written = Boolean(outcome?.matches(".done, .unchanged"));
			answer(words);
			await polling.now();
			return written;
		}
		else {
			submit(action, data);
		}
	}
	catch (error) {
		if (!isDropped(error)) {
			answer(tell(`Incident ${id}: what became of it is not known, as Watchfloor cannot be reached. Open it before you change it again.`));
		}
	}
	return false;
}

place.addEventListener("submit", (event) => {
	if (event.target.matches("form[data-undo]")) {
		event.preventDefault();
		const { id } = place.dataset;
		change(event.target.action, new FormData(event.target), id, `Incident ${id}: being undone …`);
		if (place.contains(document.activeElement)) {
			main.querySelector("h1").focus({ preventScroll: true });
		}
	}
});

/* The key undoes the change that is shown, and leaves the analyst at the row. */
listenTo({
	"z": (event) => {
		const undo = place.hidden ? null : place.querySelector("form[data-undo]");
		if (!undo) {
			say("There is no change here to undo");
		}
		else if (!event.repeat) {
			undo.requestSubmit();
		}
	}
});

function tell(text) {
	const words = document.createElement("span");
	words.textContent = text;
	place.replaceChildren(words, dismiss());
	place.hidden = false;
	return text;
}

/* Shows what became of the incident.
   Returns it in words */
function showResult(run, id) {
	const result = run.querySelector("[data-result]");
	if (!result) {
		return tell(`Incident ${id}: not changed`);
	}
	const words = ["strong", "[data-words]"].map((part) => result.querySelector(part).textContent);
	place.replaceChildren(...result.childNodes, dismiss());
	place.dataset.id = id;
	place.hidden = false;
	return words.join(": ").replace(/\s+/g, " ").trim();
}

function dismiss() {
	const button = document.createElement("button");
	button.type = "button";
	button.className = "button quiet";
	button.textContent = "Dismiss";
	button.addEventListener("click", () => {
		const inside = place.contains(document.activeElement);
		place.hidden = true;
		if (inside) {
			main.querySelector("h1").focus({ preventScroll: true });
		}
	});
	return button;
}

function submit(action, data) {
	const copy = document.createElement("form");
	copy.method = "post";
	copy.action = action;
	for (const [name, value] of data) {
		const field = document.createElement("textarea");
		field.name = name;
		field.value = value;
		copy.append(field);
	}
	copy.hidden = true;
	document.body.append(copy);
	copy.submit();
}
