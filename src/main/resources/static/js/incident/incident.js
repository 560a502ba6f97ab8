/* Starts what the incident page gains from scripts. The page works without. */

import "./copies.js";
import "./folds.js";
import "./keys.js";
import "./printing.js";
import "./sections.js";
