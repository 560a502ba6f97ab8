/* Keeps a page to the analyst whom it belongs to. All tabs of a browser share one session: in another tab the analyst
   may sign out, or somebody else sign in. Each answer names its analyst in a header, as each page does. */

import { forgetDrafts } from "./drafts.js";
import { minuteUtc, secondUtc } from "./times.js";

const page = document.documentElement;
const owner = page.dataset.analyst;
const notice = document.querySelector("[data-session]");
const otherTabs = new BroadcastChannel("watchfloor.session");
let over = false;

/* Tells whether the page says that its session is over. */
export const isOver = () => over;

const analystOf = (answer) => answer.headers.get("x-analyst");

/* Tells whether an answer is for the analyst whom the page belongs to. Answers of proxies are for nobody. */
export const isOwn = (answer) => analystOf(answer) === owner;

/* Takes care that a page stays on the screen only while its analyst is signed in. If an answer says that nobody is,
   the page ends; if somebody else is, it is loaded anew and becomes theirs; if Defender refuses the analyst (403), it
   is loaded anew and tells why.
   throws an AbortError in all of these cases: there is nothing more to do for the page */
export function requireOwn(answer) {
	const analyst = analystOf(answer);
	if (answer.status === 401 || (answer.ok && !analyst)) {
		endPage();
		tellOtherTabs(true);
	}
	else if (answer.status === 403 || (analyst && analyst !== owner)) {
		withhold();
		location.reload();
	}
	else {
		return;
	}
	throw new DOMException("The page is over", "AbortError");
}

/* signedOut: whether the session is over
   left: whether the analyst ended it */
function tellOtherTabs(signedOut, left = false) {
	otherTabs.postMessage({ analyst: owner, signedOut, left });
}

/* Puts "signed out" in the place of all that was read. */
function endPage() {
	if (over) {
		return;
	}
	over = true;
	const main = document.querySelector("main");
	const hadFocus = main.contains(document.activeElement);
	const time = endTime();
	const ended = document.querySelector("template[data-ended]").content.querySelector("main").cloneNode(true);
	ended.querySelector("time").dateTime = time;
	ended.querySelector("time").textContent = secondUtc(time);
	ended.querySelector("a").href = signInAddress();
	main.replaceWith(ended);
	for (const part of document.querySelectorAll(".frame-nav, .account")) {
		part.remove();
	}
	document.title = "Signed out · Watchfloor";
	document.dispatchEvent(new CustomEvent("signed-out", { detail: minuteUtc(time) }));
	page.removeAttribute("data-withheld");
	if (hadFocus) {
		document.querySelector("#content").focus({ preventScroll: true });
	}
}

/* Returns when the session ended: now, unless that was due before. */
function endTime() {
	const due = notice.dataset.ends;
	return (Date.parse(due) < Date.now()) ? due : new Date().toISOString();
}

/* Returns where a sign-in leads back to the page. The first address signs in only if it is asked to. */
function signInAddress() {
	const address = new URL(location.href);
	if (address.pathname === notice.dataset.home) {
		address.searchParams.set("sign-in", "again");
	}
	return address.href;
}

/* Hides the page without changing it. */
function withhold() {
	page.setAttribute("data-withheld", "");
}

/* Keeps the page current about who is signed in.
   ask: asks the server, and hands its answer to requireOwn */
export function watchOwner(ask) {
	otherTabs.addEventListener("message", ({ data: { analyst, signedOut, left } }) => {
		if (left) {
			forgetDrafts();
		}
		if (!signedOut && analyst !== owner) {
			ask();
		}
		else if (signedOut && analyst === owner) {
			endPage();
		}
	});
	tellOtherTabs(false);

	document.addEventListener("submit", (event) => {
		if (event.target.querySelector("[data-sign-out]")) {
			forgetDrafts();
			tellOtherTabs(true, true);
		}
	});

	// What the browser keeps for its button "back" is kept hidden, and shows again once the server says whose it is
	addEventListener("pagehide", (event) => event.persisted && !over && withhold());
	addEventListener("pageshow", (event) => event.persisted && restore(ask));
}

async function restore(ask) {
	if (await ask()) {
		page.removeAttribute("data-withheld");
	}
	else if (!over) {
		location.reload();
	}
}
