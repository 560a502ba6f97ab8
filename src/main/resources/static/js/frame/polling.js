/* Asks again and again what became of a page: every 2 seconds while the range is still being read, as often as the
   server wants otherwise, and never after it ended. While nobody sees the page it asks only if the analyst wants notices
   of the desktop: in one tab, once a minute. Others hear of each answer by the event "polled". */

import { whenLeading } from "./leader.js";
import { areNoticesOn } from "./notices.js";

const READING_SECONDS = 2;
const HIDDEN_SECONDS = 60;
const LEAST_MILLISECONDS = 500;

export class Polling {

	#main;
	#ask;
	#timer = 0;
	#askedAt = 0;
	#stopped = true;
	#leading = false;

	/* Takes the page's main element, which says how long to wait, and what asks. */
	constructor(main, ask) {
		this.#main = main;
		this.#ask = ask;
		document.addEventListener("visibilitychange", () => this.#plan());
		whenLeading("polling", () => {
			this.#leading = true;
			this.#plan();
		});
	}

	/* Starts to wait for the next time. */
	start() {
		this.#stopped = false;
		this.#askedAt = Date.now();
		this.#plan();
	}

	stop() {
		this.#stopped = true;
		clearTimeout(this.#timer);
	}

	/* Asks now, and goes on from there. */
	async now() {
		this.#stopped = false;
		this.#askedAt = Date.now();
		await this.#ask();
		document.dispatchEvent(new Event("polled"));
		this.#plan();
	}

	#isWatching() {
		return !document.hidden || (this.#leading && areNoticesOn());
	}

	#plan() {
		clearTimeout(this.#timer);
		if (!this.#stopped && this.#main.isConnected && this.#isWatching()) {
			const due = this.#askedAt + this.#pause() - Date.now();
			this.#timer = setTimeout(() => this.#isWatching() && this.now(), Math.max(LEAST_MILLISECONDS, due));
		}
	}

	#pause() {
		const seconds = this.#main.querySelector("[data-reading]") ? READING_SECONDS : Number(this.#main.dataset.seconds);
		return 1000 * (document.hidden ? Math.max(seconds, HIDDEN_SECONDS) : seconds);
	}

}
