/* Moves through the queue by keyboard. */

import { copyText } from "../frame/copy.js";
import { listenTo } from "../frame/shortcuts.js";
import { main, say } from "./page.js";
import { allRows, idOf, lastRow, linkOf } from "./rows.js";

function move(step) {
	const rows = allRows();
	const at = rows.indexOf(lastRow());
	const to = (at < 0) ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step));
	linkOf(rows[to])?.focus();
}

function openInPortal() {
	const row = lastRow();
	if (row) {
		open(main.dataset.portal.replace("{id}", idOf(row)), "_blank", "noopener,noreferrer");
	}
}

/* Copies the row as one line, such as: 924565, High, Active, Ada Analyst, Ransomware activity, unassigned for 5 h, and
   the address of the incident. Chats make links of whatever looks like an address, so those in its name are defanged. */
async function copyRow() {
	const row = lastRow();
	if (!row) {
		return;
	}
	const link = linkOf(row);
	const parts = [".col-severity", ".col-status", ".col-assignee", "th > a", "th > .reason"];
	const words = parts.map((part) => textOf(row.querySelector(part))).filter(Boolean);
	say(`${await copyText([idOf(row), ...words, link.origin + link.pathname].join(" · "))}: incident ${idOf(row)}`);
	blink(row);
}

const textOf = (element) => (element?.dataset.defanged ?? element?.textContent)?.trim();

/* Shows for two seconds which row was copied. */
function blink(row) {
	row.classList.add("is-copied");
	setTimeout(() => row.classList.remove("is-copied"), 2000);
}

listenTo({
	"/": () => main.querySelector("input[name='q']").focus(),
	"j": () => move(1),
	"k": () => move(-1),
	"o": openInPortal,
	"c": copyRow,
	"n": () => main.querySelector("a[data-page='next']")?.click(),
	"p": () => main.querySelector("a[data-page='previous']")?.click()
});
