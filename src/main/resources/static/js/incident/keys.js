/* Goes from incident to incident of the selection by keyboard, from page to page of a part, and back to the queue. */

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

/* Goes to the next or the previous page, where the page is one of several of a part. */
function turn(relation, otherwise) {
	return (event) => {
		const link = document.querySelector(`.pager a[rel="${relation}"]`);
		if (link && !event.repeat) {
			link.click();
		}
		else if (!link && document.querySelector(".pager")) {
			say(otherwise);
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
	n: turn("next", "There is no next page of this part"),
	p: turn("prev", "There is no previous page of this part"),
	u: follow("a[data-back]", ""),
	o: (event) => event.repeat || open(find("a[data-portal]").href, "_blank", "noopener,noreferrer"),
	c: copySummary
});
