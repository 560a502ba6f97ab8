/* Names what the queue's scripts share of its page. */

export const main = document.querySelector("main.queue");
export const filters = main.querySelector("form[data-filters]");

const said = main.querySelector("[data-said]");
const answered = main.querySelector("[data-answered]");

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

/* Tells people who cannot see the page what became of a change, where no news takes its place. */
export function answer(text) {
	answered.textContent = text;
}

/* Returns how many incidents there are, as the title says it. */
export const total = () => document.title.replace(/ · .*/, "");

/* Tells whether the range is still being read. */
export const isReading = () => Boolean(main.querySelector("[data-reading]"));
