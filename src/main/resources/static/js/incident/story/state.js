/* Names what the story's modules share of the page. */

export const story = document.querySelector("[data-story]");
export const scroll = story?.querySelector("[data-scroll]");
export const bars = [...(story?.querySelectorAll(".bar") ?? [])];

/* Tells whether the group of a bar is open. */
export function isShown(bar) {
	const group = bar.closest("details");
	return !group || group.open;
}

/* Returns the bars that show, in the order of their alerts. */
export function barsInOrder() {
	return bars.filter(isShown).sort((one, other) => one.dataset.alert - other.dataset.alert);
}
