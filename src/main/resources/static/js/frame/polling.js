/* Asks again and again what became of a page: every 2 seconds while the range is still being read, as often as the
   server wants otherwise, and never while nobody sees the page or after it ended. */

const READING_SECONDS = 2;
const LEAST_MILLISECONDS = 500;

export class Polling {

	#main;
	#ask;
	#timer = 0;
	#askedAt = 0;
	#stopped = true;

	/* Takes the page's main element, which says how long to wait, and what asks. */
	constructor(main, ask) {
		this.#main = main;
		this.#ask = ask;
		document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(this.#timer) : this.#plan()));
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
		this.#plan();
	}

	#plan() {
		clearTimeout(this.#timer);
		if (!this.#stopped && this.#main.isConnected) {
			const due = this.#askedAt + this.#pause() - Date.now();
			this.#timer = setTimeout(() => document.hidden || this.now(), Math.max(LEAST_MILLISECONDS, due));
		}
	}

	#pause() {
		return 1000 * (this.#main.querySelector("[data-reading]") ? READING_SECONDS : Number(this.#main.dataset.seconds));
	}

}
