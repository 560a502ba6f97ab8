/* Writes the name of the browser's zone beside the choice of it. */

import { browserZone } from "./times.js";

const choice = document.querySelector(".account [name='zone'][value='local']");
if (choice) {
	choice.textContent = `Local, ${browserZone}`;
}
