/* Goes from incident to incident of the selection by keyboard, and back to the queue. */

import { listenTo } from "../frame/shortcuts.js";
import { say } from "./page.js";

const find = (selector) => document.querySelector(`.incident-head ${selector}`);

/* Follows a link, once for a key that is held down: the page that comes would follow its own link next. */
function follow(selector, otherwise) {
	return (event) => {
		const link = find(selector);
		if (!link) {
			say(otherwise);
		}
		else if (!event.repeat) {
			link.click();
		}
	};
}

function copySummary() {
	const button = find("[data-ticket]");
	if (button?.hidden) {
		say("Not copied: the browser has no clipboard for this page");
	}
	else {
		button?.click();
	}
}

listenTo({
	j: follow("a[rel='next']", "There is no next incident in this selection"),
	k: follow("a[rel='prev']", "There is no previous incident in this selection"),
	u: follow("a[data-back]", ""),
	o: (event) => event.repeat || open(find("a[data-portal]").href, "_blank", "noopener,noreferrer"),
	c: copySummary
});
