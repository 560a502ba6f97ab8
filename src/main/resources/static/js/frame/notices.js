/* Tells of new open high incidents by notices of the desktop, if the analyst switched them on in the account menu. Of all
   open tabs one tells. Names are shown only if that was switched on too: somebody outside wrote them, and a notice shows
   on locked and shared screens. */

import { whenLeading } from "./leader.js";

const ON = "watchfloor.notices";
const NAMES = "watchfloor.notices-names";
const MOST_NAMES = 3;

const area = document.querySelector("[data-notices]");
const button = area.querySelector("button");
const names = area.querySelector("input");
const state = area.querySelector("[role='status']");
const home = document.querySelector("[data-session]").dataset.home;
const otherTabs = new BroadcastChannel("watchfloor.notices");
const waiting = new Map();

let known = null;
let newest = 0;
let complete = false;
let asked = false;
let leading = false;

const isPossible = () => Boolean(globalThis.Notification && navigator.locks);

/* Tells whether notices are switched on, and the browser allows them. */
export const areNoticesOn = () => Boolean(isPossible() && localStorage.getItem(ON)
	&& Notification.permission === "granted");

/* Takes the open high incidents that there are now, and tells which are new. The first ones are told by the page itself.
   One that was known with another severity or status counts as new, if all were known before. */
export function hearOfHighs(highs) {
	if (known) {
		highs.incidents.filter(({ id, created }) => !known.has(id) && (complete || created > newest))
			.forEach((high) => waiting.set(high.id, high));
	}
	known = new Set([...known ?? [], ...highs.incidents.map(({ id }) => id)]);
	newest = Math.max(newest, ...highs.incidents.map(({ created }) => created));
	complete = highs.complete;
	tell();
}

function tell() {
	if (!areNoticesOn()) {
		waiting.clear();
	}
	else if (leading && waiting.size > 0) {
		const highs = [...waiting.values()];
		waiting.clear();
		otherTabs.postMessage(highs.map(({ id }) => id));
		notify(highs);
	}
}

otherTabs.addEventListener("message", ({ data: ids }) => {
	known = new Set([...known ?? [], ...ids]);
	ids.forEach((id) => waiting.delete(id));
});

function notify(highs) {
	const title = (highs.length === 1) ? "1 new high incident" : `${highs.length} new high incidents`;
	const body = localStorage.getItem(NAMES) ? highs.slice(0, MOST_NAMES).map(({ name }) => name).join("\n") : "";
	const page = (highs.length === 1) ? `incidents/${highs[0].id}` : "incidents?severity=High&status=open&range=any&sort=-created";
	show(title, body, `watchfloor.${highs[0].id}`, home + page);
}

function show(title, body, tag, address) {
	try {
		const notice = new Notification(title, { body, tag });
		notice.onclick = () => {
			focus();
			location.assign(address);
			notice.close();
		};
	}
	catch {
		// Browsers of phones have no notices of pages
		switchTo(false, "This browser has no notices of open pages.");
	}
}

function switchTo(on, words) {
	if (on) {
		localStorage.setItem(ON, "1");
	}
	else {
		localStorage.removeItem(ON);
	}
	showState(words);
}

function showState(words) {
	const on = areNoticesOn();
	button.setAttribute("aria-pressed", on);
	names.checked = Boolean(localStorage.getItem(NAMES));
	names.closest("label").hidden = !on;
	state.textContent = words ?? (on ? "On while a queue, dashboard or wall is open, also behind other windows." : "");
	if (on && !asked) {
		asked = true;
		whenLeading("notices", () => {
			leading = true;
			tell();
		});
	}
}

button.addEventListener("click", async () => {
	if (areNoticesOn()) {
		switchTo(false);
	}
	else {
		const allowed = await Notification.requestPermission() === "granted";
		switchTo(allowed, allowed ? undefined : "The browser does not allow notices of this site; its settings can.");
	}
});

names.addEventListener("change", () => {
	if (names.checked) {
		localStorage.setItem(NAMES, "1");
	}
	else {
		localStorage.removeItem(NAMES);
	}
});

addEventListener("storage", () => showState());

/* Silence must not look like peace. */
document.addEventListener("signed-out", () => {
	if (areNoticesOn() && leading) {
		show("Signed out of Watchfloor, not watching", "", "watchfloor.signed-out", location.href);
	}
});

area.hidden = !isPossible();
if (isPossible()) {
	showState();
}
