/* Tells some minutes ahead that the session will end, and offers to stay. Another tab may have put the end off
   meanwhile, so the server is asked first, as a poll: that does not put it off. */

import { isSignedOut } from "./page.js";
import { minuteUtc } from "./times.js";

const WARNING_SECONDS = 300;
const LOOK_MILLISECONDS = 5000;
const ASK_MILLISECONDS = 30_000;

const notice = document.querySelector("[data-session]");
const words = notice.querySelector("[role='status']");
const stay = notice.querySelector("[data-session-stay]");
const again = notice.querySelector("[data-session-again]");
const signIn = notice.querySelector("[data-session-over]");
let state = { ends: notice.dataset.ends, seconds: Number(notice.dataset.seconds), last: notice.dataset.last === "true" };
let end = Date.now() + state.seconds * 1000;
let askedAt = 0;
let over = false;

const clock = () => minuteUtc(state.ends);

function say(text, action) {
	if (words.textContent !== text) {
		words.textContent = text;
	}
	for (const offer of [stay, again, signIn]) {
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

function finish() {
	over = true;
	signIn.href = location.pathname + location.search;
	say(`You were signed out at ${clock()}. What is shown was read before.`, signIn);
}

async function ask(headers) {
	askedAt = Date.now();
	const answer = await fetch(notice.dataset.session, { headers: { accept: "application/json", ...headers } });
	if (isSignedOut(answer)) {
		finish();
	}
	else if (answer.ok) {
		state = await answer.json();
		end = Date.now() + state.seconds * 1000;
		tell();
	}
}

async function look() {
	if (over || end - Date.now() > WARNING_SECONDS * 1000 || Date.now() - askedAt < ASK_MILLISECONDS) {
		return;
	}
	try {
		await ask({ "if-none-match": "\"session\"" });
	}
	catch {
		tell();
	}
}

stay.addEventListener("click", async () => {
	try {
		await ask({});
	}
	catch {
		return say("Watchfloor cannot be reached. Try again.", stay);
	}
	if (!over) {
		document.querySelector("#content").focus({ preventScroll: true });
		say(`You stay signed in until ${clock()}, and longer if you use Watchfloor.`, null);
	}
});

again.addEventListener("submit", () => (again.elements.back.value = location.pathname + location.search));

setInterval(look, LOOK_MILLISECONDS);
document.addEventListener("visibilitychange", look);
look();
