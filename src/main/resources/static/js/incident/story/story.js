/* Starts what the story gains from scripts: zooming, going from alert to alert by keys, and selecting one, here and in
   the list of alerts. Without them its alerts are links and its groups fold all the same. */

import { listenToKeys } from "./keys.js";
import { listenToClicks, makeStop, select, show } from "./selection.js";
import { barsInOrder, story } from "./state.js";
import { listenToZoomButtons, showMost, showZooms } from "./zoom.js";

/* Selects here too what is opened in the list of alerts, and leads a link in it here. */
function followList() {
	document.addEventListener("click", (event) => {
		const article = event.target.closest(".incident-alert");
		const link = event.target.closest("a[href^='#story-']");
		const bar = link && document.getElementById(link.hash.slice(1));
		if (bar) {
			event.preventDefault();
			show(bar);
		}
		else if (article && event.target.closest("summary")) {
			select(article.dataset.alert);
		}
	});
}

/* Keeps a stop for the Tab key among the bars that show, whichever groups are closed. */
function keepStop() {
	story.addEventListener("toggle", () => {
		const shown = barsInOrder();
		if (!shown.some((bar) => bar.getAttribute("tabindex") === "0")) {
			makeStop(shown[0]);
		}
	}, true);
}

if (story) {
	listenToClicks();
	listenToZoomButtons();
	listenToKeys();
	followList();
	keepStop();
	for (const hidden of story.querySelectorAll("[data-zooms], [data-keys]")) {
		hidden.hidden = false;
	}
	makeStop(barsInOrder()[0]);
	showZooms();
	showMost();
}
