/* Tells some minutes ahead that the session will end, and offers to stay. Another tab may have put the end off
   meanwhile, so the server is asked first, as a poll: that does not put it off. It is asked now and then before that
   too, whether the session is still the one of this page, and which high incidents are open: in a tab behind others as
   well, whose title says how many are new. */

import { countHighs } from "./highs.js";
import { rememberFirstLook } from "./looked.js";
import { hearOfHighs } from "./notices.js";
import { isOver, isOwn, requireOwn, watchOwner } from "./owner.js";
import { minuteUtc } from "./times.js";

const WARNING_SECONDS = 300;
const LOOK_MILLISECONDS = 5000;
const ASK_MILLISECONDS = 30_000;
const ASK_HIDDEN_MILLISECONDS = 60_000;
const POLL = { "if-none-match": "\"session\"" };

const notice = document.querySelector("[data-session]");
const words = notice.querySelector("[role='status']");
const stay = notice.querySelector("[data-session-stay]");
const again = notice.querySelector("[data-session-again]");
let state = { ends: notice.dataset.ends, seconds: Number(notice.dataset.seconds), last: notice.dataset.last === "true" };
let end = Date.now() + state.seconds * 1000;
let askedAt = Date.now();

const clock = () => minuteUtc(state.ends);

function say(text, action) {
	if (words.textContent !== text) {
		words.textContent = text;
	}
	for (const offer of [stay, again]) {
		offer.hidden = offer !== action;
	}
	words.classList.toggle("visually-hidden", !action);
	notice.toggleAttribute("data-shown", Boolean(action));
}

function tell() {
	if (end - Date.now() > WARNING_SECONDS * 1000) {
		say("", null);
	}
	else if (state.last) {
		say(`Your session reaches its limit at ${clock()}. A fresh sign-in leads back to this page.`, again);
	}
	else {
		say(`You will be signed out at ${clock()}, because nobody used this page for a while.`, stay);
	}
}

/* Asks when the session ends.
   Returns whether the server answered and the session is the one of this page */
async function ask(headers) {
	askedAt = Date.now();
	const answer = await fetch(notice.dataset.session, { headers: { accept: "application/json", ...headers } });
	requireOwn(answer);
	if (!answer.ok) {
		return false;
	}
	state = await answer.json();
	notice.dataset.ends = state.ends;
	end = Date.now() + state.seconds * 1000;
	tell();
	if (state.asOf) {
		rememberFirstLook(state.asOf);
		tellHighs(state.highs);
	}
	return isOwn(answer);
}

function tellHighs(highs) {
	countHighs("open", highs.incidents.map(({ created }) => created));
	hearOfHighs(highs);
}

/* Returns the open high incidents that the page came with. */
function highsOfPage() {
	const incidents = notice.dataset.highs.split(" ").filter(Boolean).map((high) => {
		const [id, created] = high.split(":").map(Number);
		return { id, created };
	});
	return { complete: notice.dataset.highsComplete === "true", incidents };
}

/* Asks as a poll. */
async function look() {
	if (isOver()) {
		return false;
	}
	try {
		return await ask(POLL);
	}
	catch {
		if (!isOver()) {
			tell();
		}
		return false;
	}
}

stay.addEventListener("click", async () => {
	try {
		if (!await ask({})) {
			throw new Error("no answer");
		}
	}
	catch {
		return isOver() || say("Watchfloor cannot be reached. Try again.", stay);
	}
	document.querySelector("#content").focus({ preventScroll: true });
	say(`You stay signed in until ${clock()}, and longer if you use Watchfloor.`, null);
});

again.addEventListener("submit", () => (again.elements.back.value = location.pathname + location.search));

document.addEventListener("signed-out", ({ detail: time }) => say(`You were signed out at ${time}.`, null));

function lookAfter(milliseconds) {
	if (Date.now() - askedAt >= milliseconds) {
		look();
	}
}

setInterval(() => lookAfter(document.hidden ? ASK_HIDDEN_MILLISECONDS : ASK_MILLISECONDS), LOOK_MILLISECONDS);
// What the poll brought is told at the next look
document.addEventListener("polled", () => (askedAt = 0));
document.addEventListener("visibilitychange", () => document.hidden || look());
watchOwner(look);
if (notice.dataset.asOf) {
	rememberFirstLook(notice.dataset.asOf);
	tellHighs(highsOfPage());
}
if (end - Date.now() <= WARNING_SECONDS * 1000) {
	look();
}
