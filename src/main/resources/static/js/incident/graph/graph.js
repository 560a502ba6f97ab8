/* Draws the graph of an incident's alerts and what they name, with Cytoscape.js. What is drawn is read from the
   table below it, which says the same without scripts. A cell is a node: it stands for one alert or entity, or for
   several until somebody opens it. */

const MOST_OPENED = 30;
const MOST_DRAWN = 200;
const MOST_LISTED = 12;
const LEAST_READABLE = 0.6;
const NARROW = 640;
const WIDE_LOOK = { card: 270, gap: 100, node: 34, label: 190, row: 44, margin: 16, below: false };
const NARROW_LOOK = { card: 148, gap: 38, node: 34, label: 106, row: 62, margin: 6, below: true };
const SHAPES = {
	device: "round-rectangle", user: "ellipse", mailbox: "round-tag", "cloud-application": "round-hexagon",
	"security-group": "octagon", process: "cut-rectangle", file: "barrel", ip: "round-diamond", url: "rhomboid",
	"mail-message": "round-pentagon", "mail-cluster": "round-heptagon", registry: "hexagon", other: "round-triangle",
};
const LEVELS = ["high", "medium", "low", "informational"];

const figure = document.querySelector("[data-graph]");
const canvas = figure?.querySelector(".graph-canvas");
const pen = document.createElement("canvas").getContext("2d");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let cy;
let cells = [];
let look = WIDE_LOOK;
let cursor = null;
let picked = null;

/* Reading the page */

function alertsLinkedIn(part) {
	return [...part.querySelectorAll("a[href^='#alert-']")].map((link) => Number(link.hash.slice(7)));
}

function alertCell(number) {
	const article = document.getElementById(`alert-${number}`).closest("article");
	return {
		id: `alert-${number}`, kind: "alert", numbers: [number], name: article.querySelector("h3").textContent,
		level: LEVELS.find((level) => article.classList.contains(level)) ?? "unknown",
		severity: article.querySelector(".severity").textContent,
	};
}

function stageCell(row, at) {
	const members = alertsLinkedIn(row).map(alertCell);
	return { id: `stage-${at}`, kind: "alert", name: row.cells[0].textContent, ...together(members) };
}

function together(members) {
	const worst = LEVELS.find((level) => members.some((member) => member.level === level)) ?? "unknown";
	return { members, numbers: [...new Set(members.flatMap((member) => member.numbers))], level: worst };
}

function entityCell(row, link, numbers) {
	return {
		id: link.hash.slice(1), kind: row.dataset.kind, kindName: row.cells[0].textContent.trim(),
		asset: row.dataset.asset === "true", name: link.textContent, numbers,
	};
}

function rowCell(row, at) {
	const members = [...row.querySelectorAll("li")].map((item) => entityCell(row, item.querySelector("a"),
		item.querySelector("[data-alerts]").textContent.split(", ").map(Number)));
	if (members.length === 0) {
		return entityCell(row, row.querySelector("th a"), alertsLinkedIn(row.cells[2]));
	}
	const { kind, kindName, asset } = members[0];
	const name = row.querySelector("summary").textContent;
	return { id: `several-${at}`, kind, kindName, asset, name, ...together(members) };
}

function readTable() {
	const stages = [...document.querySelectorAll("[data-graph-stages] tbody tr")].map(stageCell);
	const gathered = new Set(stages.flatMap((stage) => stage.numbers));
	const single = [...document.querySelectorAll(".incident-alert-body")].map((body) => Number(body.id.slice(6)))
		.filter((number) => !gathered.has(number)).map(alertCell);
	return [...stages, ...single, ...[...document.querySelectorAll("[data-graph-nodes] > tbody > tr")].map(rowCell)];
}

/* Placing */

function ownersOf(cell, owners) {
	return [...new Set(cell.numbers.map((number) => owners.get(number)))];
}

function place() {
	const alerts = cells.filter((cell) => cell.kind === "alert");
	const owners = new Map();
	alerts.forEach((cell, at) => cell.numbers.forEach((number) => owners.set(number, at)));
	const apart = Math.max(look.row + 8, Math.min(1.6 * look.row, tallest(alerts) * look.row / alerts.length));
	alerts.forEach((cell, at) => Object.assign(cell, { x: 0, y: at * apart }));
	for (const asset of [true, false]) {
		const side = cells.filter((cell) => cell.kind !== "alert" && cell.asset === asset);
		side.forEach((cell) => (cell.y = average(ownersOf(cell, owners).map((at) => alerts[at].y))));
		side.sort((one, other) => one.y - other.y);
		const columns = columnsFor(side, alerts);
		const nearest = look.card / 2 + look.gap + look.node / 2;
		side.forEach((cell, at) => {
			cell.x = (asset ? -1 : 1) * (nearest + (at % columns) * (look.node + look.label + 24));
		});
		spread(side, look.row / columns);
	}
	return alerts.flatMap((alert, at) => cells
		.filter((cell) => cell.kind !== "alert" && ownersOf(cell, owners).includes(at))
		.map((cell) => ({ data: { id: `${alert.id}/${cell.id}`, source: alert.id, target: cell.id, asset: cell.asset } })));
}

function columnsFor(side, alerts) {
	const most = Math.max(alerts.length + 2, Math.ceil(Math.sqrt(side.length) * 2), 8);
	return (look.below) ? 1 : Math.max(1, Math.ceil(side.length / most));
}

function tallest(alerts) {
	return Math.max(...[true, false].map((asset) => {
		const side = cells.filter((cell) => cell.kind !== "alert" && cell.asset === asset);
		return side.length / columnsFor(side, alerts);
	}));
}

function average(numbers) {
	return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/* Moves what lies too close apart, and all of it as little as possible: those that push each other form a block
   around the middle of where they want to be. Neighbouring columns come out shifted against each other, so that lines
   to the outer ones pass between names. */
function spread(side, apart) {
	const blocks = [];
	for (const cell of side) {
		let block = { cells: [cell], middle: cell.y };
		for (let last = blocks.at(-1); last && overlap(last, block, apart); last = blocks.at(-1)) {
			blocks.pop();
			const both = [...last.cells, ...block.cells];
			block = { cells: both, middle: average(both.map(({ y }) => y)) };
		}
		blocks.push(block);
	}
	const places = blocks.flatMap(({ cells: block, middle }) => block
		.map((_, at) => middle + (at - (block.length - 1) / 2) * apart));
	side.forEach((cell, at) => (cell.y = places[at]));
}

function overlap(upper, lower, apart) {
	return lower.middle - upper.middle < (upper.cells.length + lower.cells.length) / 2 * apart;
}

/* Drawing */

/* What fits: the beginning, and of evidence also the end, where paths and URLs differ. */
function shortened(text, width, end = 0) {
	if (text.length <= 400 && pen.measureText(text).width <= width) {
		return text;
	}
	const first = [...text.slice(0, 300)];
	const last = [...text.slice(-300)];
	const cut = (letters) => first.slice(0, Math.ceil(letters * (1 - end))).join("").trimEnd() + "…"
		+ last.slice(last.length - Math.floor(letters * end)).join("").trimStart();
	let letters = first.length;
	while (letters > 2 && pen.measureText(cut(letters)).width > width) {
		letters = Math.min(letters - 1, Math.floor(letters * 0.9));
	}
	return cut(letters);
}

/* Names are somebody's text: they stand between marks that keep their direction to themselves. */
function isolated(text) {
	return `\u2068${text}\u2069`;
}

function labelOf(cell) {
	pen.font = `${cell.members ? 600 : 400} 13px ${getComputedStyle(canvas).fontFamily}`;
	if (cell.kind !== "alert") {
		return isolated(shortened(cell.name, look.label, cell.asset ? 0 : 0.4));
	}
	const head = (cell.members) ? `${cell.numbers.length} alerts` : `${cell.numbers[0]} ${shortened(cell.severity, 90)}`;
	return `${isolated(head)}\n${isolated(shortened(cell.name, look.card - 32))}`;
}

function element(cell) {
	const picture = figure.querySelector(`[data-kind="${CSS.escape(cell.kind)}"]`)?.dataset.picture;
	const classes = [cell.kind === "alert" ? `alert ${cell.level}` : "entity", cell.members ? "several" : "",
		cell.asset ? "asset" : ""].join(" ");
	return {
		group: "nodes", classes, position: { x: cell.x, y: cell.y },
		data: { id: cell.id, label: labelOf(cell), picture, shape: SHAPES[cell.kind] ?? "round-rectangle" },
	};
}

function draw() {
	look = (canvas.clientWidth < NARROW) ? NARROW_LOOK : WIDE_LOOK;
	const edges = place();
	cy.elements().remove();
	cy.style(styles());
	cy.add([...cells.map(element), ...edges]);
	giveRoom();
	showStates();
}

/* A phone scrolls past all of it; elsewhere it is no higher than the window. */
function giveRoom() {
	const { w, h } = cy.elements().boundingBox();
	const most = (look.below) ? 2600 : Math.min(innerHeight * 0.8, 900);
	const zoom = Math.min(1, (canvas.clientWidth - 2 * look.margin) / w);
	canvas.style.blockSize = `${Math.round(Math.min(Math.max(h * zoom + 2 * look.margin, 320), most))}px`;
	cy.resize();
}

function fit() {
	show({ fit: { eles: cy.elements(), padding: look.margin } });
}

function show(view) {
	cy.stop();
	cy.animate(view, { duration: (calm.matches) ? 0 : 180 });
}

/* Colours are the page's own, as they are at this moment. */
function color(name) {
	canvas.style.color = `var(--${name})`;
	const value = getComputedStyle(canvas).color.replaceAll(" ", "");
	canvas.style.color = "";
	return value;
}

function styles() {
	const surface = color("surface-raised");
	const levels = ["unknown", ...LEVELS].map((level) => {
		const shade = color(level === "unknown" ? "border-control" : level);
		return { selector: `.alert.${level}`, style: { "border-color": shade,
			"background-gradient-stop-colors": `${shade} ${shade} ${surface} ${surface}` } };
	});
	return [
		{ selector: "node", style: { label: "data(label)", color: color("text"), "font-size": 13,
			"font-family": getComputedStyle(canvas).fontFamily, "text-wrap": "wrap", "text-max-width": 2000, "line-height": 1.25,
			"overlay-opacity": 0 } },
		{ selector: ".entity", style: { shape: "data(shape)", width: look.node, height: look.node,
			"background-color": color("border-control"), "background-image": "data(picture)",
			"background-width": "58%", "background-height": "58%", "text-valign": look.below ? "bottom" : "center",
			"text-halign": look.below ? "center" : "right", "text-margin-x": look.below ? 0 : 6,
			"text-margin-y": look.below ? 5 : 0, "text-background-color": color("surface"),
			"text-background-opacity": 0.8, "text-background-padding": 2 } },
		{ selector: ".entity.asset", style: { "background-color": color("accent-fill"),
			...(look.below ? {} : { "text-halign": "left", "text-margin-x": -6 }) } },
		{ selector: ".alert", style: { shape: "round-rectangle", width: look.card, height: 40, "border-width": 1.5,
			"background-fill": "linear-gradient", "background-gradient-direction": "to-right",
			"background-gradient-stop-positions": "0% 3% 3% 100%", "text-valign": "center", "text-halign": "center",
			"text-margin-x": 4 } },
		...levels,
		{ selector: ".several", style: { "font-weight": 600, "border-style": "double", "border-width": 6 } },
		{ selector: ".entity.several", style: { "border-color": color("border-control"), "border-position": "outside",
			width: look.node - 8, height: look.node - 8, "text-margin-x": look.below ? 0 : 12 } },
		{ selector: ".asset.several", style: { "border-color": color("accent-fill"),
			"text-margin-x": look.below ? 0 : -12 } },
		{ selector: "edge", style: { width: 1.25, "line-color": color("border-control"), "line-opacity": 0.55,
			"curve-style": "straight", "source-endpoint": `${look.card / 2}px 0`, "overlay-opacity": 0 } },
		{ selector: "edge[?asset]", style: { "source-endpoint": `${-look.card / 2}px 0` } },
		{ selector: ".far", style: { opacity: 0.22 } },
		{ selector: "edge.near", style: { width: 2.5, "line-color": color("accent"), "line-opacity": 1 } },
		{ selector: ".picked", style: { "border-width": 3, "border-color": color("accent") } },
		{ selector: ".cursor", style: { "outline-width": 2, "outline-color": color("focus"), "outline-offset": 3 } },
	];
}

/* Selecting */

function showStates() {
	cy.elements().removeClass("near far picked cursor");
	if (picked) {
		const node = cy.getElementById(picked.id);
		const near = node.closedNeighborhood();
		near.edges().addClass("near");
		cy.elements().difference(near).addClass("far");
		node.addClass("picked");
	}
	if (cursor) {
		cy.getElementById(cursor.id).removeClass("far").addClass("cursor");
	}
}

function things(cell) {
	return cell.members ?? [cell];
}

function namedBy(numbers) {
	return cells.filter((cell) => cell.kind !== "alert").flatMap(things)
		.filter((entity) => entity.numbers.some((number) => numbers.includes(number)));
}

function pick(cell) {
	picked = cell;
	showStates();
	for (const part of document.querySelectorAll(".in-graph")) {
		part.classList.remove("in-graph");
	}
	const row = figure.querySelector("[data-graph-picked]");
	row.replaceChildren();
	if (!cell) {
		return;
	}
	const entities = (cell.kind === "alert") ? namedBy(cell.numbers) : things(cell);
	for (const number of cell.numbers) {
		const links = document.querySelectorAll(`.story .bar[href="#alert-${number}"]`);
		[document.getElementById(`alert-${number}`).closest("article"), ...links].forEach(markInPage);
	}
	entities.map((entity) => document.getElementById(entity.id)).forEach(markInPage);
	describe(cell, entities, row);
}

function markInPage(part) {
	part?.classList.add("in-graph");
}

function describe(cell, entities, row) {
	const alert = cell.kind === "alert";
	const others = (alert) ? entities.map((entity) => link(`#${entity.id}`, shortened(entity.name, 260, 0.4)))
		: cell.numbers.map((number) => link(`#alert-${number}`, number));
	const name = shortened(cell.name, 500, 0.4);
	if (cell.members) {
		row.append(wrapped("strong", alert ? `${cell.numbers.length} alerts: ${name}` : name));
	}
	else {
		row.append(wrapped("strong", alert ? `Alert ${cell.numbers[0]}` : cell.kindName), " ", link(`#${cell.id}`, name));
	}
	row.append(alert ? ", naming " : others.length === 1 ? ", in alert " : ", in alerts ",
		...others.slice(0, MOST_LISTED).flatMap((part, at) => (at > 0 ? [", ", part] : [part])),
		others.length > MOST_LISTED ? ` and ${others.length - MOST_LISTED} more` : "");
}

function link(address, text) {
	const link = document.createElement("a");
	link.href = address;
	link.append(wrapped("bdi", text));
	return link;
}

function wrapped(name, text) {
	const part = document.createElement(name);
	part.textContent = text;
	return part;
}

function say(text) {
	figure.querySelector("[data-graph-said]").textContent = text;
}

function inWords(cell) {
	const name = shortened(cell.name, 700, 0.4);
	const joined = cy.getElementById(cell.id).degree();
	if (cell.kind === "alert") {
		return (cell.members) ? `${cell.numbers.length} alerts, ${name}. Joined to ${joined}. Enter opens them.`
			: `Alert ${cell.numbers[0]}, ${cell.severity}: ${name}. Joined to ${joined}.`;
	}
	const more = cell.numbers.length - MOST_LISTED;
	const numbers = `In alerts ${cell.numbers.slice(0, MOST_LISTED).join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
	return (cell.members) ? `${name}. ${numbers} Enter opens them.` : `${cell.kindName} ${name}. ${numbers}`;
}

/* Opening what stands for several */

function open(cell) {
	const shown = cell.members.slice(0, MOST_OPENED);
	const rest = cell.members.slice(MOST_OPENED);
	if (cells.length + shown.length > MOST_DRAWN) {
		say("So much is open that more would not be readable. Gather again first.");
		return;
	}
	const more = (rest.length > 1) ? [{ ...cell, id: `${cell.id}-more`, ...together(rest),
		name: cell.name.replace(/^\d+/, rest.length) }] : rest;
	cells.splice(cells.indexOf(cell), 1, ...shown, ...more);
	cursor = shown[0];
	pick(null);
	draw();
	showOpened(shown);
	say(`${shown.length} of ${cell.members.length} opened. ${inWords(cursor)}`);
}

/* All of the graph, if that can be read; else what was opened. */
function showOpened(opened) {
	const whole = zoomFor(cy.elements());
	if (whole >= LEAST_READABLE) {
		fit();
		return;
	}
	const nodes = cy.nodes().filter((node) => opened.some((cell) => cell.id === node.id()));
	show({ zoom: Math.min(1, zoomFor(nodes)), center: { eles: nodes } });
}

function zoomFor(elements) {
	const { w, h } = elements.boundingBox();
	return Math.min((cy.width() - 2 * look.margin) / w, (cy.height() - 2 * look.margin) / h);
}

function activate(cell) {
	if (cell.members) {
		open(cell);
	}
	else {
		pick(cell);
		say(`Selected. ${inWords(cell)}`);
	}
}

function restart() {
	cells = readTable();
	cursor = null;
	pick(null);
	draw();
	fit();
}

/* Moving by keys: up and down within a column, left and right to the nearest in the next one */

function next(key) {
	const axis = (key === "ArrowUp" || key === "ArrowDown") ? "y" : "x";
	const across = (axis === "x") ? "y" : "x";
	const direction = (key === "ArrowUp" || key === "ArrowLeft") ? -1 : 1;
	const ahead = cells.filter((cell) => (cell[axis] - cursor[axis]) * direction > 0
		&& (axis === "x" || cell.x === cursor.x));
	const far = (cell) => Math.abs(cell[axis] - cursor[axis]) * 4 + Math.abs(cell[across] - cursor[across]);
	return ahead.reduce((best, cell) => (!best || far(cell) < far(best) ? cell : best), null);
}

function moveTo(cell) {
	if (cell) {
		cursor = cell;
		showStates();
		const node = cy.getElementById(cell.id);
		const { x1, x2, y1, y2 } = cy.extent();
		if (cell.x < x1 || cell.x > x2 || cell.y < y1 || cell.y > y2) {
			show({ center: { eles: node } });
		}
		say(inWords(cell));
	}
}

function zoom(factor) {
	cy.stop();
	cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
}

const ACTIONS = { in: () => zoom(1.3), out: () => zoom(1 / 1.3), fit, restart };
const KEYS = {
	"+": ACTIONS.in, "=": ACTIONS.in, "-": ACTIONS.out, 0: fit,
	Enter: () => cursor && activate(cursor),
	" ": () => cursor && (pick(cursor), say(`Selected. ${inWords(cursor)}`)),
	Escape: () => (pick(null), say("Nothing is selected.")),
	Home: () => moveTo(cells[0]), End: () => moveTo(cells.at(-1)),
};

function listen() {
	figure.addEventListener("click", (event) => {
		ACTIONS[event.target.closest("[data-graph-do]")?.dataset.graphDo]?.();
	});
	canvas.addEventListener("focus", () => canvas.matches(":focus-visible") && moveTo(cursor ?? cells[0]));
	canvas.addEventListener("blur", () => {
		cy.nodes().removeClass("cursor");
	});
	canvas.addEventListener("keydown", (event) => {
		const action = (event.key.startsWith("Arrow")) ? () => moveTo(cursor ? next(event.key) : cells[0]) : KEYS[event.key];
		if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
			event.preventDefault();
			action();
		}
	});
	cy.on("tap", (event) => {
		const cell = (event.target === cy) ? null : cells.find(({ id }) => id === event.target.id());
		cursor = cell ?? cursor;
		(cell) ? activate(cell) : pick(null);
	});
	matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy.style(styles()));
	new ResizeObserver(() => (canvas.clientWidth < NARROW) !== look.below && (draw(), fit())).observe(canvas);
	addEventListener("hashchange", followAddress);
}

function followAddress() {
	const id = location.hash.slice(1);
	const cell = cells.find((candidate) => things(candidate).some((thing) => thing.id === id));
	if (cell) {
		pick(cell);
	}
}

/* The page keeps its own scrolling: the wheel zooms with Ctrl, and one finger scrolls past. */
function leaveScrollingAlone() {
	const ours = (event) => figure.contains(event.target) && canvas.contains(event.target);
	addEventListener("wheel", (event) => {
		if (ours(event) && !event.ctrlKey && !event.metaKey) {
			event.stopImmediatePropagation();
		}
	}, { capture: true, passive: true });
	addEventListener("touchmove", (event) => {
		if (ours(event) && event.touches.length === 1) {
			event.stopImmediatePropagation();
		}
	}, { capture: true, passive: true });
}

async function start() {
	const { default: cytoscape } = await import(figure.dataset.library);
	leaveScrollingAlone();
	cy = cytoscape({ container: canvas, minZoom: 0.15, maxZoom: 3, autoungrabify: true, autounselectify: true,
		boxSelectionEnabled: false });
	cells = readTable();
	draw();
	cy.fit(cy.elements(), look.margin);
	listen();
	followAddress();
}

/* The library is only loaded for those who come near the graph. */
if (figure) {
	figure.hidden = false;
	const observer = new IntersectionObserver((entries) => {
		if (entries.some((entry) => entry.isIntersecting)) {
			observer.disconnect();
			start().catch((error) => {
				figure.hidden = true;
				throw error;
			});
		}
	}, { rootMargin: "400px" });
	observer.observe(figure);
}
