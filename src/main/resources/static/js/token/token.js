/* Copies the raw token to the clipboard instead of showing it on the screen. */

import { canCopy } from "../frame/copy.js";

const form = document.querySelector("form[data-reveal]");
const label = form?.querySelector("[data-reveal-label]");

async function copyToken(event) {
	event.preventDefault();
	try {
		const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
		if (!answer.ok) {
			throw new Error(`Status ${answer.status}`);
		}
		await navigator.clipboard.writeText(await answer.text());
		label.textContent = "Copied: handle it like a password";
	}
	catch {
		label.textContent = "Not copied: load this page again";
	}
}

if (form && canCopy) {
	label.textContent = "Copy the raw token";
	form.addEventListener("submit", copyToken);
}
