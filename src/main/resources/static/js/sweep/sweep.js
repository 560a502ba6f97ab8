/* Copies the result of a sweep, and warns of a report that is too long before it is sent. */

import { canCopy } from "../frame/copy.js";
import { listenTo } from "../frame/shortcuts.js";

const report = document.querySelector("textarea[name='text']");
const longest = Number(report.dataset.longest);

for (const button of document.querySelectorAll("button[data-copy-of]")) {
	button.dataset.copy = document.getElementById(button.dataset.copyOf).textContent;
	button.hidden = !canCopy;
}

/* The server refuses a text that is too long, but may close the connection while the browser still sends it. A line break
   is sent as two characters. */
report.addEventListener("input", () => {
	const length = report.value.replace(/\n/g, "\r\n").length;
	report.setCustomValidity((length > longest)
		? `This report has ${length.toLocaleString("en")} characters, and a sweep takes up to ${longest.toLocaleString("en")}. Paste it in parts.`
		: "");
});

/* Opens the text, whose button tells what became of copying. */
function copyResult() {
	const button = document.querySelector("[data-copy-main]");
	if (button) {
		button.closest("details").open = true;
		button.click();
	}
}

listenTo({
	"/": () => report.focus(),
	"c": copyResult
});
