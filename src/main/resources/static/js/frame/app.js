/* Starts what every page gains from scripts: menus that close, copy buttons, countdowns. Pages work without. */

import "./copy.js";
import "./countdown.js";
import "./menus.js";
