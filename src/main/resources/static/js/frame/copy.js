/* Copies what a button has in data-copy, and shows the outcome in the button for two seconds. Other scripts hear of it
   by the event "copied" of the button: its detail is the outcome, and empty when that no longer shows. */

const SHOWN_MILLISECONDS = 2000;

/* Browsers have no clipboard for pages that come without TLS from another machine. */
export const canCopy = Boolean(navigator.clipboard);

const shown = new WeakMap();

function showOutcome(button, outcome) {
	const label = button.querySelector("[data-copy-label]") ?? button;
	const { words, timer } = shown.get(button) ?? { words: label.textContent };
	clearTimeout(timer);
	write(button, label, outcome, outcome);
	shown.set(button, { words, timer: setTimeout(() => {
		shown.delete(button);
		write(button, label, words, "");
	}, SHOWN_MILLISECONDS) });
}

function write(button, label, text, outcome) {
	label.textContent = text;
	button.dispatchEvent(new CustomEvent("copied", { bubbles: true, detail: outcome }));
}

/* Copies a text.
   Returns the outcome in words */
export async function copyText(text) {
	try {
		await navigator.clipboard.writeText(text);
		return "Copied";
	}
	catch {
		return "Not copied: the browser refused";
	}
}

for (const button of document.querySelectorAll("button[data-copy]")) {
	button.hidden = !canCopy;
}

document.addEventListener("click", async (event) => {
	const button = event.target.closest("button[data-copy]");
	if (button) {
		showOutcome(button, await copyText(button.dataset.copy));
	}
});
