/* Shows the button that prints the page, where the page is for print. */

const button = document.querySelector("[data-print]");

if (button) {
	button.hidden = false;
	button.addEventListener("click", () => print());
}
