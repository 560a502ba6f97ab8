/* The dashboard reads itself again: every 2 seconds while the range is not complete, then every 30, and not
   while nobody sees it. What has the focus, and tables that are open, stay. */

const READ_ON_MILLISECONDS = 2000;
const REFRESH_MILLISECONDS = 30_000;
const dashboard = document.querySelector("main.dashboard");
let version = "";
let timer = 0;

function take(page) {
	for (const part of dashboard.querySelectorAll("[data-part]")) {
		const news = page.querySelector(`[data-part="${part.dataset.part}"]`);
		if (news && !part.contains(document.activeElement)) {
			const open = part.querySelector("details")?.open ?? false;
			news.querySelectorAll("details").forEach((details) => (details.open = open));
			part.replaceWith(news);
		}
	}
}

function stale(text) {
	const place = dashboard.querySelector("[data-stale]");
	place.textContent = text;
	place.hidden = !text;
}

async function read() {
	try {
		const answer = await fetch(location.href, { headers: { accept: "text/html", "if-none-match": version } });
		const page = (answer.status === 200) ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
		if (page && !page.querySelector("main.dashboard")) {
			return stale("No longer signed in: reload the page.");
		}
		if (page) {
			version = answer.headers.get("etag") ?? "";
			take(page.querySelector("main.dashboard"));
		}
		stale((answer.ok || answer.status === 304) ? "" : "Not refreshed: Watchfloor answers with an error.");
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
	}, dashboard.querySelector("[data-reading]") ? READ_ON_MILLISECONDS : REFRESH_MILLISECONDS);
}

document.addEventListener("visibilitychange", () => {
	if (!document.hidden) {
		plan();
	}
});

plan();
