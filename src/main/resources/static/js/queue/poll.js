/* Keeps the queue current: asks whether there is another page than the one that is open. */

import { requireOwn } from "../frame/owner.js";
import { readPage } from "../frame/page.js";
import { Polling } from "../frame/polling.js";
import { ask, isDropped } from "./ask.js";
import { heldHeader } from "./hold.js";
import { onShow } from "./offer.js";
import { isReading, main, say, total } from "./page.js";
import { show, showHeaders } from "./show.js";
import { showTrouble } from "./trouble.js";

export const polling = new Polling(main, poll);

let whole = false;

onShow(() => {
	whole = true;
	polling.now();
});

async function poll() {
	try {
		await update();
	}
	catch (error) {
		if (!isDropped(error)) {
			showTrouble((error instanceof TypeError) ? "Watchfloor cannot be reached" : error.message);
		}
	}
}

async function update() {
	const wasReading = isReading();
	const answer = await ask(location.href, whole ? {} : { "if-none-match": main.dataset.version, ...heldHeader() });
	requireOwn(answer);
	if (answer.status === 200) {
		show(await readPage(answer), { polled: true, whole });
		whole = false;
	}
	else if (answer.status !== 304) {
		throw new Error(`Watchfloor answers ${answer.status}`);
	}
	showHeaders(answer);
	if (wasReading && !isReading()) {
		say(`Everything is read: ${total()}`);
	}
}
