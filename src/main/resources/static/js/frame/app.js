/* Starts what every page gains from scripts: menus that close, copy buttons, countdowns, the zone's name, the help of the
   keyboard. Pages work without. */

import "./copy.js";
import "./countdown.js";
import "./menus.js";
import "./shortcuts.js";
import "./zones.js";
