/* Shows what is still being read, until all of it is: then the handover stands as of its time. And copies it by key. */

import { canCopy } from "../frame/copy.js";
import { showCounts } from "../frame/navigation.js";
import { overlay } from "../frame/overlay.js";
import { requireOwn } from "../frame/owner.js";
import { askForPage, readPage } from "../frame/page.js";
import { Polling } from "../frame/polling.js";
import { listenTo } from "../frame/shortcuts.js";

const handover = document.querySelector("main.handover");
const polling = new Polling(handover, poll);

async function poll() {
	try {
		const answer = await askForPage(location.href, {});
		requireOwn(answer);
		if (answer.status === 200) {
			const page = await readPage(answer);
			show(page.querySelector("main.handover"));
			showCounts(page);
		}
	}
	catch {
		// the next time may succeed
	}
	stopOnceRead();
}

function show(news) {
	for (const part of handover.querySelectorAll("[data-part]")) {
		const wanted = news.querySelector(`[data-part="${part.dataset.part}"]`);
		if (wanted && !part.contains(document.activeElement)) {
			overlay(part, wanted, { polled: true });
		}
	}
	// The server sends the button hidden, for pages without scripts
	for (const button of handover.querySelectorAll("button[data-copy]")) {
		button.hidden = !canCopy;
	}
}

function stopOnceRead() {
	if (!handover.querySelector("[data-reading]")) {
		polling.stop();
	}
}

if (handover.querySelector("[data-reading]")) {
	polling.start();
}

listenTo({ c: () => handover.querySelector("button[data-copy]:not([hidden])")?.click() });
