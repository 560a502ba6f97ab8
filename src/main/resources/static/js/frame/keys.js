/* Tells what a key or a click is meant for. */

const TEXT_FIELDS = "input:not([type='checkbox'], [type='radio']), select, textarea, [contenteditable]";

/* Tells whether keys go into a field, where single letters are text and no commands. */
export function isTyping(element) {
	return Boolean(element?.closest(TEXT_FIELDS));
}

/* Tells whether a key belongs to the browser or the system, such as Ctrl and 0. */
export function isShortcut(event) {
	return event.ctrlKey || event.metaKey || event.altKey;
}
