/* Names what the scripts of the incident page share of it. */

const said = document.getElementById("incident-said");

/* Tells people who cannot see the page. */
export function say(text) {
	said.textContent = text;
}
