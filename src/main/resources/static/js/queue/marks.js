/* Marks what came or changed since the analyst last looked in this tab, counts new high ones in the tab's title,
   and writes times in the browser's zone where the analyst wants that. */

const main = document.querySelector("main.queue");
const said = main.querySelector("[data-said]");
const news = main.querySelector("[data-news]");
const LOOKED = "watchfloor.looked";

const seconds = (time) => Math.floor(Date.parse(time) / 1000);
const now = () => (main.dataset.asOf ? seconds(main.dataset.asOf) : Math.floor(Date.now() / 1000));

if (!sessionStorage.getItem(LOOKED)) {
	sessionStorage.setItem(LOOKED, now());
}

let told = "";

function mark(row, looked) {
	const created = seconds(row.querySelector(".col-age time").dateTime) > looked;
	const changed = !created && seconds(row.querySelector(".col-updated time").dateTime) > looked;
	row.classList.toggle("is-new", created);
	row.classList.toggle("is-changed", changed);
	const name = row.querySelector("th");
	if ((created || changed) && !name.querySelector(".news")) {
		const word = document.createElement("span");
		word.className = "news";
		word.textContent = created ? "New" : "Changed";
		name.prepend(word);
	}
	return created ? "new" : changed ? "changed" : "";
}

function markAll() {
	const looked = Number(sessionStorage.getItem(LOOKED));
	const counts = { new: 0, changed: 0 };
	for (const row of main.querySelectorAll("tbody tr")) {
		const what = mark(row, looked);
		if (what) {
			counts[what]++;
		}
	}
	const highs = (main.dataset.highs ?? "").split(" ").filter((created) => Number(created) > looked).length;
	document.title = `${highs > 0 ? `(${highs} new high) ` : ""}${document.title.replace(/^\(\d+ new high\) /, "")}`;
	tell(counts, highs, looked);
}

function tell(counts, highs, looked) {
	const parts = [counts.new && `${counts.new} new`, counts.changed && `${counts.changed} changed`].filter(Boolean);
	const since = new Date(looked * 1000).toISOString().slice(11, 16);
	const text = parts.length ? `${parts.join(" and ")} on this page since ${since} UTC` : "";
	news.hidden = !text;
	news.querySelector("span").textContent = text;
	const aloud = [text, highs && `${highs} new high`].filter(Boolean).join(", ");
	if (aloud !== told && aloud) {
		said.textContent = aloud;
	}
	told = aloud;
}

news.querySelector("button").addEventListener("click", () => {
	sessionStorage.setItem(LOOKED, now());
	for (const word of main.querySelectorAll("tbody .news")) {
		word.remove();
	}
	markAll();
	main.querySelector("h1").focus({ preventScroll: true });
});

/* Times. The zone is always said. */

const zone = new Intl.DateTimeFormat("en", { timeZoneName: "short" })
	.formatToParts(new Date()).find(({ type }) => type === "timeZoneName").value;
const local = () => main.dataset.zone === "local";
const two = (number) => String(number).padStart(2, "0");

function minute(time) {
	return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

function writeTimes() {
	for (const time of main.querySelectorAll(".col-age time")) {
		const created = new Date(time.dateTime);
		time.title = local() ? `${minute(created)} ${zone}` : `${time.dateTime.slice(0, 16).replace("T", " ")} UTC`;
	}
	if (!local()) {
		return;
	}
	for (const time of main.querySelectorAll(".col-updated time")) {
		time.textContent = minute(new Date(time.dateTime));
	}
	const head = main.querySelector("thead .col-updated a");
	if (head) {
		head.textContent = `Updated, ${zone}`;
	}
	const clock = main.querySelector("[data-clock]");
	if (clock) {
		const asOf = new Date(clock.dateTime);
		clock.textContent = `${minute(asOf).slice(11)}:${two(asOf.getSeconds())} ${zone}`;
	}
	document.querySelector(".frame-footer span").textContent = `Times are local, ${zone}, where scripts write them; others are UTC.`;
}

function nameZone() {
	main.querySelector("[data-local-zone]").textContent = `Local, ${zone}`;
}

function refresh() {
	nameZone();
	writeTimes();
	markAll();
}

document.addEventListener("queue", refresh);
document.addEventListener("queue-times", writeTimes);
refresh();
