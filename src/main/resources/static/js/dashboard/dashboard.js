/* The dashboard reads itself again: every 2 seconds while the range is not complete, then as often as the server
   wants, and not while nobody sees it. What has the focus, tables that are open, and what was scrolled stay. */

const READ_ON_MILLISECONDS = 2000;
const LOOKED = "watchfloor.looked";
const dashboard = document.querySelector("main.dashboard");
let version = "";
let timer = 0;

/* When the analyst last looked is what the queue's page remembers in this tab, in seconds since 1970. */

if (!sessionStorage.getItem(LOOKED)) {
	const asOf = dashboard.querySelector("[data-clock]")?.dateTime;
	sessionStorage.setItem(LOOKED, Math.floor((asOf ? Date.parse(asOf) : Date.now()) / 1000));
}

function address() {
	const page = new URL(location.href);
	const since = new Date((Number(sessionStorage.getItem(LOOKED)) + 1) * 1000).toISOString();
	page.searchParams.set("since", since.replace(".000", ""));
	return page;
}

function replace(part, news) {
	const open = part.querySelector("details")?.open ?? false;
	news.querySelectorAll("details").forEach((details) => (details.open = open));
	const scrolled = [...part.querySelectorAll(".chart-scroll, .table-scroll")].map(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
	part.replaceWith(news);
	news.querySelectorAll(".chart-scroll, .table-scroll").forEach((area, i) => ([area.scrollLeft, area.scrollTop] = scrolled[i] ?? [0, 0]));
}

function take(page) {
	for (const part of dashboard.querySelectorAll("[data-part]")) {
		const news = page.querySelector(`[data-part="${part.dataset.part}"]`);
		if (news && !part.contains(document.activeElement) && !part.isEqualNode(news)) {
			replace(part, news);
		}
	}
}

function stale(text) {
	const place = dashboard.querySelector("[data-stale]");
	place.textContent = text;
	place.hidden = !text;
}

/* Nobody reads the small print of a wall: there the whole page says that the session is over. Elsewhere the way in
   comes up. */
function ended(page) {
	const notice = page.querySelector("main.wall-ended");
	if (notice && dashboard.classList.contains("wall")) {
		dashboard.replaceWith(notice);
		document.title = page.title;
	}
	else {
		location.reload();
	}
}

function mind(answer) {
	const asOf = answer.headers.get("x-as-of");
	const clock = dashboard.querySelector("[data-clock]");
	if (asOf && clock) {
		clock.dateTime = asOf;
		clock.textContent = `${asOf.slice(11, 19)} UTC`;
	}
	stale((answer.ok || answer.status === 304) ? "" : `Not refreshed: Watchfloor answers ${answer.status}.`);
}

async function read() {
	try {
		const answer = await fetch(address(), { headers: { accept: "text/html", "if-none-match": version } });
		const page = (answer.status === 200) ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
		if (page && !page.querySelector("main.dashboard")) {
			return ended(page);
		}
		if (page) {
			version = answer.headers.get("etag") ?? "";
			take(page.querySelector("main.dashboard"));
		}
		mind(answer);
	}
	catch {
		stale("Not refreshed: Watchfloor does not answer.");
	}
	plan();
}

function plan() {
	clearTimeout(timer);
	timer = setTimeout(() => {
		if (!document.hidden) {
			read();
		}
	}, dashboard.querySelector("[data-reading]") ? READ_ON_MILLISECONDS : 1000 * Number(dashboard.dataset.seconds));
}

document.addEventListener("visibilitychange", () => {
	if (!document.hidden) {
		plan();
	}
});

read();
