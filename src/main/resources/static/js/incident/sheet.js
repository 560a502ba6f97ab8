/* Starts what the sheet of an incident gains from scripts. */

import "./printing.js";
