/* Starts what every page gains from scripts: menus that close, copy buttons, countdowns, the zone's name. Pages work without. */

import "./copy.js";
import "./countdown.js";
import "./menus.js";
import "./zones.js";
