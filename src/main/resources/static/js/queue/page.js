/* Names what the queue's scripts share of its page. */

export const main = document.querySelector("main.queue");
export const filters = main.querySelector("form[data-filters]");

const said = main.querySelector("[data-said]");

let words = [];

/* Tells people who cannot see the page. What is said in one go is said together. */
export function say(text) {
	if (words.push(text) === 1) {
		queueMicrotask(() => {
			said.textContent = words.join(". ");
			words = [];
		});
	}
}

/* Returns how many incidents there are, as the title says it. */
export const total = () => document.title.replace(/ · .*/, "");

/* Tells whether the range is still being read. */
export const isReading = () => Boolean(main.querySelector("[data-reading]"));
