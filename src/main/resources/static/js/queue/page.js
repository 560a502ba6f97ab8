/* Names what the queue's scripts share of its page. */

export const main = document.querySelector("main.queue");
export const filters = main.querySelector("form[data-filters]");

const said = main.querySelector("[data-said]");

/* Tells people who cannot see the page. */
export function say(text) {
	said.textContent = text;
}

/* Returns how many incidents there are, as the title says it. */
export const total = () => document.title.replace(/ · .*/, "");

/* Tells whether the range is still being read. */
export const isReading = () => Boolean(main.querySelector("[data-reading]"));
