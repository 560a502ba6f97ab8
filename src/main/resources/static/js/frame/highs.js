/* Counts new high incidents in the tab's title and picture, on every page. New is what was created since the analyst
   last looked. */

import { lastLook } from "./looked.js";

const icon = document.querySelector("link[rel='icon']");
const plain = icon.getAttribute("href");
const counted = [...document.querySelector("template[data-icons]")?.content.querySelectorAll("link") ?? []];
const lists = new Map();

/* Counts the incidents of a list, instead of those of the same list before. What several lists have counts once.
   created: when they were created, in seconds since 1970 */
export function countHighs(list, created) {
	lists.set(list, created);
	write();
}

function write() {
	const looked = lastLook();
	const numbers = [...lists.values()].map((created) => created.filter((second) => second > looked).length);
	const number = Math.max(0, ...numbers);
	const title = document.title.replace(/^\(\d+ new high\) /, "");
	document.title = (number > 0) ? `(${number} new high) ${title}` : title;
	const picture = counted[Math.min(number, counted.length) - 1]?.getAttribute("href") ?? plain;
	if (icon.getAttribute("href") !== picture) {
		icon.setAttribute("href", picture);
	}
}

document.addEventListener("looked", write);
document.addEventListener("signed-out", () => {
	lists.clear();
	write();
});
