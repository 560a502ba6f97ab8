/* What the story gains from scripts: zooming, going from alert to alert by keys, and selecting one, here and in the
   list of alerts. Without them its alerts are links and its groups fold all the same. */

const story = document.querySelector("[data-story]");

const ZOOMS = [1, 2, 4, 8];
const KEYS_OF_ZOOM = { "+": 2, "=": 2, "-": 0.5, "0": 0 };
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function setUp() {
	const canvas = story.querySelector("[data-canvas]");
	const scroll = story.querySelector("[data-scroll]");
	const chosen = story.querySelector("[data-chosen]");
	const bars = [...story.querySelectorAll(".bar")];
	const articles = [...document.querySelectorAll(".incident-alert")];
	const said = document.getElementById("incident-said");
	let zoom = 1;

	function zoomBy(factor) {
		const wanted = (factor === 0) ? 1 : zoom * factor;
		if (!ZOOMS.includes(wanted) || wanted === zoom) {
			return;
		}
		const middle = (scroll.scrollLeft + scroll.clientWidth / 2) / scroll.scrollWidth;
		zoom = wanted;
		canvas.dataset.zoom = zoom;
		const bar = document.activeElement.closest(".bar") ?? bars.find((candidate) => candidate.hasAttribute("aria-current")
			&& isShown(candidate));
		if (bar) {
			const mark = bar.querySelector(".mark").getBoundingClientRect();
			scroll.scrollLeft += mark.left - scroll.getBoundingClientRect().left - scroll.clientWidth / 2;
		}
		else {
			scroll.scrollLeft = middle * scroll.scrollWidth - scroll.clientWidth / 2;
		}
		said.textContent = (zoom === 1) ? "The whole time" : `${zoom} times as wide`;
		markZooms();
	}

	function markZooms() {
		for (const button of story.querySelectorAll("[data-zoom-by]")) {
			const factor = Number(button.dataset.zoomBy);
			const possible = (factor === 0) ? zoom !== 1 : ZOOMS.includes(zoom * factor);
			button.setAttribute("aria-disabled", String(!possible));
		}
	}

	function isShown(bar) {
		const group = bar.closest("details");
		return !group || group.open;
	}

	function inOrder() {
		return bars.filter(isShown).sort((one, other) => one.dataset.alert - other.dataset.alert);
	}

	/* One stop for the Tab key; the arrow keys go on from there. */
	function makeStop(stop) {
		bars.forEach((bar) => bar.setAttribute("tabindex", (bar === stop) ? "0" : "-1"));
	}

	function select(number) {
		for (const part of [...bars, ...articles]) {
			const is = part.dataset.alert === number;
			part.toggleAttribute("aria-current", is);
			if (is) {
				part.setAttribute("aria-current", "true");
			}
			part.classList.toggle("chosen", is);
		}
		tell(bars.find((bar) => bar.dataset.alert === number));
	}

	function tell(bar) {
		chosen.textContent = "";
		if (bar) {
			const link = document.createElement("a");
			link.href = bar.getAttribute("href");
			link.textContent = "Go to the alert";
			chosen.append(bar.getAttribute("aria-label"), " ", link);
		}
	}

	function show(bar) {
		const group = bar.closest("details");
		if (group) {
			group.open = true;
		}
		makeStop(bar);
		select(bar.dataset.alert);
		bar.scrollIntoView({ block: "center", inline: "center" });
		bar.focus({ preventScroll: true });
	}

	story.addEventListener("click", (event) => {
		const button = event.target.closest("[data-zoom-by]");
		const bar = event.target.closest(".bar");
		if (button) {
			zoomBy(Number(button.dataset.zoomBy));
		}
		else if (bar && !bar.hasAttribute("aria-current") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
			event.preventDefault();
			makeStop(bar);
			select(bar.dataset.alert);
			bar.focus({ preventScroll: true });
		}
	});

	scroll.addEventListener("keydown", (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey) {
			return;
		}
		const at = inOrder().indexOf(event.target.closest(".bar"));
		if (event.key in KEYS_OF_ZOOM) {
			event.preventDefault();
			zoomBy(KEYS_OF_ZOOM[event.key]);
		}
		else if (at >= 0 && (event.key in STEPS || event.key === "Home" || event.key === "End")) {
			event.preventDefault();
			goFrom(at, event.key);
		}
		else if (at >= 0 && event.key === " ") {
			event.preventDefault();
			select(event.target.closest(".bar").dataset.alert);
		}
	});

	function goFrom(at, key) {
		const shown = inOrder();
		const to = (key === "Home") ? 0 : (key === "End") ? shown.length - 1 : at + STEPS[key];
		const bar = shown[Math.max(0, Math.min(shown.length - 1, to))];
		makeStop(bar);
		bar.focus();
	}

	/* What is opened in the list of alerts is selected here too, and a link in it leads here. */
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

	story.addEventListener("toggle", () => {
		const shown = inOrder();
		if (!shown.some((bar) => bar.getAttribute("tabindex") === "0")) {
			makeStop(shown[0]);
		}
	}, true);

	for (const hidden of story.querySelectorAll("[data-zooms], [data-keys]")) {
		hidden.hidden = false;
	}
	makeStop(inOrder()[0]);
	markZooms();
}

if (story) {
	setUp();
}
