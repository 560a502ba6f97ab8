/* Reads what is drawn from the page: alerts from their list or, where the page has none, from the table below the graph;
   everything else from that table. */

export const LEVELS = ["high", "medium", "low", "informational"];

/* Reads all cells, alerts first. */
export function readTable() {
	const stages = [...document.querySelectorAll("[data-graph-stages] tbody tr")].map(readStage);
	const gathered = new Set(stages.flatMap((stage) => stage.numbers));
	const single = [...document.querySelectorAll(".incident-alert-body")].map((body) => Number(body.id.slice(6)))
		.filter((number) => !gathered.has(number)).map(readAlert);
	const alerts = [...stages, ...single];
	const drawn = new Set(alerts.flatMap((alert) => alert.numbers));
	const rows = [...document.querySelectorAll("[data-graph-nodes] > tbody > tr")].map(readRow);
	rows.forEach((row) => (row.numbers = row.numbers.filter((number) => drawn.has(number))));
	return [...alerts, ...rows.filter((row) => row.numbers.length > 0)];
}

/* Returns what a cell says of its members together. */
export function together(members) {
	const worst = LEVELS.find((level) => members.some((member) => member.level === level)) ?? "unknown";
	return { members, numbers: [...new Set(members.flatMap((member) => member.numbers))], level: worst };
}

/* Finds the alert of a number in the page's list. */
export const articleOf = (number) => document.getElementById(`alert-${number}`)?.closest("article");

const alertLinksIn = (part) => [...part.querySelectorAll("a[href*='#alert-']")];

const numberOf = (link) => Number(link.hash.slice(7));

function readAlert(number) {
	const article = articleOf(number);
	return {
		id: `alert-${number}`, kind: "alert", numbers: [number], name: article.querySelector("h3").textContent,
		address: `#alert-${number}`,
		level: LEVELS.find((level) => article.classList.contains(level)) ?? "unknown",
		severity: article.querySelector(".severity").textContent,
	};
}

function readLinked(link) {
	const { level, severity } = link.dataset;
	return (!level) ? readAlert(numberOf(link)) : { id: `alert-${numberOf(link)}`, kind: "alert", level, severity,
		numbers: [numberOf(link)], name: link.title, address: link.getAttribute("href") };
}

function readStage(row, at) {
	const members = alertLinksIn(row).map(readLinked);
	return (members.length === 1) ? members[0] : { id: `stage-${at}`, kind: "alert", name: row.cells[0].textContent, ...together(members) };
}

function readEntity(row, link, numbers) {
	return {
		id: link.hash.slice(1), kind: row.dataset.kind, kindName: row.cells[0].textContent.trim(),
		asset: row.dataset.asset === "true", name: link.textContent, numbers, address: link.getAttribute("href"),
	};
}

function readRow(row, at) {
	const members = [...row.querySelectorAll("li")].map((item) => readEntity(row, item.querySelector("a"),
		item.querySelector("[data-alerts]").textContent.split(", ").map(Number)));
	if (members.length === 0) {
		return readEntity(row, row.querySelector("th a"), row.cells[2].dataset.numbers.split(" ").map(Number));
	}
	const { kind, kindName, asset } = members[0];
	const name = row.querySelector("summary").textContent;
	return { id: `several-${at}`, kind, kindName, asset, name, ...together(members) };
}
