/* Starts what the queue gains from scripts: views change in place, and the page keeps itself current. Whatever is
   asked for is the address itself. Without scripts the page is plain links and forms. */

import "./filters.js";
import "./keys.js";
import "./views.js";
import { polling } from "./poll.js";
import { goToNamedRow } from "./rows.js";
import { refresh } from "./show.js";

refresh();
goToNamedRow();
polling.start();
