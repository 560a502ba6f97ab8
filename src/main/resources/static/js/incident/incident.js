/* Starts what the incident page gains from scripts. The page works without. */

import "./copies.js";
import "./folds.js";
import "./keys.js";
import "./sections.js";

const printButton = document.querySelector("[data-print]");

printButton.hidden = false;
printButton.addEventListener("click", () => print());
