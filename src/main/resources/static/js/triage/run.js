/* Makes the steps of the run whose page is open, shows how far it is, and stops when the analyst wants. Leaving the page
   stops it too: what is left can be done by the button "Continue". */

import { forgetSentDraft } from "../frame/drafts.js";
import { overlay } from "../frame/overlay.js";
import { listenTo } from "../frame/shortcuts.js";
import { finish, stepOf, undoOf } from "./steps.js";

const main = document.querySelector("main[data-run]");
const said = main.querySelector("[data-said]");
const wait = main.querySelector("[data-wait]");
const stop = main.querySelector("[data-stop]");
const SAID_EVERY = 5;
let running = false;
let stopped = false;
let told = 0;

function say(text) {
	said.textContent = text;
}

/* nextOf: returns the form that makes the next step */
async function go(nextOf, words) {
	running = true;
	stopped = false;
	showControls();
	say(words);
	try {
		const last = await finish(main.cloneNode(true), progress, nextOf);
		if (last) {
			show(last);
			arrive();
		}
		else {
			location.reload();
		}
	}
	catch (error) {
		if (error.name !== "AbortError") {
			write("Watchfloor cannot be reached. What is left can be continued.");
		}
	}
	running = false;
	showControls();
}

function progress({ run, pause }) {
	show(run);
	write(pause ? `Waiting ${pause} s, as Defender takes only so many changes a minute` : "");
	return !stopped;
}

function show(run) {
	overlay(main, run.cloneNode(true), { polled: true });
	document.title = `${main.dataset.done} of ${main.dataset.all} · Watchfloor`;
	const done = Number(main.dataset.done);
	if (done >= told + SAID_EVERY && stepOf(main)) {
		told = done;
		say(`${done} of ${main.dataset.all}`);
	}
	showControls();
}

function write(text) {
	if (wait.textContent !== text) {
		wait.textContent = text;
		if (text) {
			say(text);
		}
	}
}

function arrive() {
	write("");
	const summary = main.querySelector("[data-summary]").textContent.replace(/\s+/g, " ").trim();
	say(stepOf(main) ? `Stopped. ${summary}` : summary);
	if (document.activeElement === document.body || document.activeElement === stop) {
		main.querySelector("h1").focus({ preventScroll: true });
	}
}

function showControls() {
	stop.hidden = !running;
	for (const form of [stepOf(main), undoOf(main)]) {
		form?.toggleAttribute("hidden", running);
	}
}

function continueRun() {
	go(stepOf, "Changing the incidents, one after the other");
}

stop.addEventListener("click", () => {
	stopped = true;
	write("Stopping after this one");
});

main.addEventListener("submit", (event) => {
	if (event.target === stepOf(main)) {
		event.preventDefault();
		continueRun();
	}
	else if (event.target === undoOf(main)) {
		event.preventDefault();
		go(undoOf, "Undoing the changes, one after the other");
	}
});

/* Goes back to the queue, to the row of the last incident that was tried. */
function leave() {
	const last = [...main.querySelectorAll("[data-result]")].at(-1)?.id.replace("result-", "incident-") ?? "";
	const address = new URL(main.querySelector("a[data-back]").href);
	address.hash = last;
	location.assign(address);
}

listenTo({ u: leave });
forgetSentDraft();

/* A run that was just begun goes on by itself; one that somebody comes back to waits for them. */
if (stepOf(main) && main.dataset.done === "0") {
	continueRun();
}
