/* Changes the view in place: links to other views of the queue, and the browser's back and forward. */

import { isOwn } from "../frame/owner.js";
import { readPage } from "../frame/page.js";
import { ask, isDropped } from "./ask.js";
import { filters, main, say, total } from "./page.js";
import { polling } from "./poll.js";
import { forgetRow } from "./rows.js";
import { show, showHeaders } from "./show.js";
import { forgetTouch } from "./touch.js";

/* Shows the view of an address. If that fails, the browser goes there.
   remember: whether the view becomes an entry of the browser's history */
export async function go(address, remember) {
	polling.stop();
	main.setAttribute("aria-busy", "true");
	let dropped = false;
	try {
		await change(address, remember);
	}
	catch (error) {
		dropped = isDropped(error);
		if (!dropped) {
			location.assign(address);
		}
	}
	if (!dropped) {
		main.removeAttribute("aria-busy");
		polling.start();
	}
}

async function change(address, remember) {
	const answer = await ask(address, {});
	if (!answer.ok || !isOwn(answer)) {
		location.assign(address);
		return;
	}
	const page = await readPage(answer);
	if (remember) {
		history.pushState(null, "", address);
	}
	show(page, { polled: false, whole: false });
	forgetRow();
	forgetTouch();
	showHeaders(answer);
	arrive();
}

/* Leads people to the new view. What was pressed may be gone, such as the link that lifts a filter. */
function arrive() {
	if (document.activeElement === document.body) {
		main.querySelector("h1").focus({ preventScroll: true });
	}
	if (main.querySelector("[data-rows]").getBoundingClientRect().top < 0) {
		scrollTo({ top: 0 });
	}
	say(`${total()}, ${main.querySelector(".pager > span").textContent}`);
}

const isView = (link) => link.origin === location.origin && link.pathname === new URL(filters.action).pathname && !link.hash;

document.addEventListener("click", (event) => {
	const link = event.target.closest("main.queue a[href], .frame-nav a[href]");
	const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
	if (link && plain && !event.defaultPrevented && isView(link)) {
		event.preventDefault();
		go(link.href, true);
	}
});

addEventListener("popstate", () => go(location.href, false));
