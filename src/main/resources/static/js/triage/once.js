/* Sends a form once: a second click before the answer does nothing. The server writes a form once in any case. */

export function sendOnce(form) {
	let sent = false;
	const show = () => form.querySelectorAll("button").forEach((button) => button.setAttribute("aria-disabled", sent));

	form.addEventListener("submit", (event) => {
		if (sent) {
			event.preventDefault();
		}
		else if (!event.defaultPrevented) {
			sent = true;
			show();
		}
	});

	// The browser's button "back" may show the page as it was left
	addEventListener("pageshow", (event) => {
		if (event.persisted) {
			sent = false;
			show();
		}
	});
}
