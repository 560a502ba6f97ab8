/* Keeps the dashboard current, as the queue keeps itself. What has the focus, tables that are open, and what was
   scrolled stay. */

import { lastLook, rememberFirstLook } from "../frame/looked.js";
import { showCounts } from "../frame/navigation.js";
import { overlay } from "../frame/overlay.js";
import { requireOwn } from "../frame/owner.js";
import { askForPage, readPage, showAsOf } from "../frame/page.js";
import { Polling } from "../frame/polling.js";
import { startClock } from "./clock.js";

const dashboard = document.querySelector("main.dashboard");
const polling = new Polling(dashboard, poll);
let version = "";

rememberFirstLook(dashboard.querySelector("[data-clock]")?.dateTime);

/* Returns the address of what is shown, with the time after which incidents are new. */
function address() {
	const page = new URL(location.href);
	const since = new Date((lastLook() + 1) * 1000).toISOString();
	page.searchParams.set("since", since.replace(".000", ""));
	return page;
}

async function poll() {
	try {
		await update();
	}
	catch {
		tellStale("Not refreshed: Watchfloor does not answer.");
	}
}

async function update() {
	const answer = await askForPage(address(), { "if-none-match": version });
	requireOwn(answer);
	if (answer.status === 200) {
		const page = await readPage(answer);
		version = answer.headers.get("etag") ?? "";
		show(page.querySelector("main.dashboard"));
		showCounts(page);
	}
	showAsOf(dashboard, answer);
	tellStale((answer.ok || answer.status === 304) ? "" : `Not refreshed: Watchfloor answers ${answer.status}.`);
}

/* Shows the parts that changed. The one with the focus waits: what a key would open must not change under it. */
function show(news) {
	for (const part of dashboard.querySelectorAll("[data-part]")) {
		const wanted = news.querySelector(`[data-part="${part.dataset.part}"]`);
		if (wanted && !part.contains(document.activeElement)) {
			overlay(part, wanted, { polled: true });
		}
	}
}

function tellStale(text) {
	const place = dashboard.querySelector("[data-stale]");
	place.textContent = text;
	place.hidden = !text;
}

startClock(dashboard);
polling.now();
