/* What the queue gains from scripts: views change in place, and the page keeps itself current. Whatever is asked
   for is the address itself; the answer is laid over the page node by node, so that focus, scrolling and selection
   stay. Other scripts hear of it by the event "queue". Without scripts the page is plain links and forms. */

const main = document.querySelector("main.queue");
const form = main.querySelector("form[data-filters]");
const said = main.querySelector("[data-said]");
const trouble = main.querySelector("[data-trouble]");
const READING_SECONDS = 2;

/* Laying one tree over another. What scripts own (data-keep) stays, and so does an open menu while a poll comes in. */

const key = (node) => node.id || `${node.nodeName} ${node.classList?.[0] ?? ""}`;

function keeps(node, polled) {
	return node.nodeType === Node.ELEMENT_NODE && (node.hasAttribute("data-keep") || (polled && node.matches("details[open]")));
}

function layAttributes(from, to, polled) {
	for (const { name } of [...from.attributes]) {
		if (!to.hasAttribute(name) && name !== "open") {
			from.removeAttribute(name);
		}
	}
	for (const { name, value } of to.attributes) {
		if (from.getAttribute(name) !== value) {
			from.setAttribute(name, value);
		}
	}
	if (!polled && from.matches("input:not([type='hidden'])")) {
		from.checked = to.checked;
		from.value = to.value;
	}
	if (!polled && from.matches("option")) {
		from.selected = to.selected;
	}
}

function lay(from, to, polled) {
	if (keeps(from, polled)) {
		return;
	}
	if (from.nodeType !== Node.ELEMENT_NODE) {
		from.nodeValue = to.nodeValue;
		return;
	}
	layAttributes(from, to, polled);
	layChildren(from, to, polled);
}

/* What stands for a wanted node: the one of its id, or the next one alike. Text is only what stands right there. */
function standIn(wanted, place, named) {
	if (wanted.id) {
		return named.get(wanted.id);
	}
	let node = place;
	while (node && wanted.nodeType === Node.ELEMENT_NODE && (node.id || key(node) !== key(wanted))) {
		node = node.nextSibling;
	}
	return (node && key(node) === key(wanted)) ? node : null;
}

function layChildren(from, to, polled) {
	const named = new Map([...from.children].filter((child) => child.id).map((child) => [child.id, child]));
	let place = from.firstChild;
	for (const wanted of [...to.childNodes]) {
		const held = standIn(wanted, place, named);
		if (!held) {
			from.insertBefore(wanted, place);
			continue;
		}
		if (wanted.id && held !== place) {
			from.insertBefore(held, place);
		}
		else {
			clear(place, held);
			place = held.nextSibling;
		}
		lay(held, wanted, polled);
	}
	clear(place, null);
}

function clear(from, end) {
	while (from !== end) {
		const next = from.nextSibling;
		if (!keeps(from, false)) {
			from.remove();
		}
		from = next;
	}
}

function show(text, polled) {
	const page = new DOMParser().parseFromString(text, "text/html");
	const news = page.querySelector("main.queue");
	if (!news) {
		throw new Error("something other than the queue");
	}
	const rows = [...main.querySelectorAll("tbody tr")];
	const row = rows.indexOf(document.activeElement?.closest("tbody tr"));
	lay(main, news, polled);
	lay(document.querySelector(".frame-nav"), page.querySelector(".frame-nav"), polled);
	for (const back of document.querySelectorAll("input[name='back']")) {
		back.value = location.pathname + location.search;
	}
	document.title = page.title;
	if (row >= 0 && document.activeElement === document.body) {
		const links = main.querySelectorAll("tbody th > a");
		links[Math.min(row, links.length - 1)]?.focus({ preventScroll: true });
	}
	document.dispatchEvent(new CustomEvent("queue", { detail: { polled } }));
}

/* Asking */

let asking = null;

async function ask(address, headers) {
	asking?.abort();
	asking = new AbortController();
	const answer = await fetch(address, { headers: { accept: "text/html", ...headers }, signal: asking.signal });
	if (answer.status === 401) {
		location.reload();
	}
	return answer;
}

function mind(answer) {
	const asOf = answer.headers.get("x-as-of");
	const clock = main.querySelector("[data-clock]");
	if (asOf && clock) {
		main.dataset.asOf = clock.dateTime = asOf;
		clock.textContent = `${asOf.slice(11, 19)} UTC`;
	}
	const calls = answer.headers.get("x-calls-left");
	if (calls) {
		main.querySelector("[data-calls]").textContent = calls;
	}
	trouble.hidden = true;
}

/* Polling: quickly while the range is still being read, as often as the server wants otherwise, never while hidden */

let timer = 0;
let polledAt = Date.now();

const pause = () => 1000 * (main.querySelector("[data-reading]") ? READING_SECONDS : Number(main.dataset.seconds));

function rest() {
	clearTimeout(timer);
	timer = setTimeout(poll, Math.max(500, polledAt + pause() - Date.now()));
}

function tellTrouble(reason) {
	const minutes = Math.floor((Date.now() - Date.parse(main.dataset.asOf)) / 60000);
	const age = (minutes >= 1) ? `, ${minutes} min ago` : "";
	const clock = main.querySelector("[data-clock]")?.textContent;
	const text = `Not kept current: ${reason}. What is shown is as of ${clock ?? "before"}${age}.`;
	const place = trouble.querySelector("span");
	if (place.textContent !== text) {
		place.textContent = text;
	}
	trouble.hidden = false;
}

async function poll() {
	if (document.hidden) {
		return;
	}
	polledAt = Date.now();
	const reading = Boolean(main.querySelector("[data-reading]"));
	try {
		const answer = await ask(location.href, { "if-none-match": main.dataset.version });
		if (answer.status === 200) {
			show(await answer.text(), true);
		}
		else if (answer.status !== 304) {
			throw new Error(`Watchfloor answers ${answer.status}`);
		}
		mind(answer);
		document.dispatchEvent(new CustomEvent("queue-times"));
		if (reading && !main.querySelector("[data-reading]")) {
			said.textContent = `Everything is read: ${document.title.replace(/ · .*/, "")}`;
		}
	}
	catch (ex) {
		if (ex.name === "AbortError") {
			return;
		}
		tellTrouble((ex instanceof TypeError) ? "Watchfloor cannot be reached" : ex.message);
	}
	rest();
}

document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : rest()));

/* Views in place */

async function go(address, remember) {
	clearTimeout(timer);
	main.setAttribute("aria-busy", "true");
	try {
		const answer = await ask(address, {});
		if (!answer.ok) {
			location.assign(address);
			return;
		}
		if (remember) {
			history.pushState(null, "", address);
		}
		polledAt = Date.now();
		show(await answer.text(), false);
		mind(answer);
		document.dispatchEvent(new CustomEvent("queue-times"));
		arrive();
	}
	catch (ex) {
		if (ex.name !== "AbortError") {
			location.assign(address);
		}
	}
	finally {
		main.removeAttribute("aria-busy");
		rest();
	}
}

/* What was pressed may be gone, such as the link that lifts a filter. */
function arrive() {
	if (document.activeElement === document.body) {
		main.querySelector("h1").focus({ preventScroll: true });
	}
	if (main.querySelector("[data-rows]").getBoundingClientRect().top < 0) {
		scrollTo({ top: 0 });
	}
	said.textContent = `${document.title.replace(/ · .*/, "")}, ${main.querySelector(".pager > span").textContent}`;
}

const isView = (link) => link.origin === location.origin && link.pathname === new URL(form.action).pathname && !link.hash;

document.addEventListener("click", (event) => {
	const link = event.target.closest("main.queue a[href], .frame-nav a[href]");
	const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
	if (link && plain && !event.defaultPrevented && isView(link)) {
		event.preventDefault();
		go(link.href, true);
	}
});

addEventListener("popstate", () => go(location.href, false));

/* What holds anyway is left out of the address. */
const IMPLIED = { q: "", range: "30d", sort: "-updated" };

form.addEventListener("submit", (event) => {
	event.preventDefault();
	const address = new URL(form.action);
	for (const [name, value] of new FormData(form)) {
		if (IMPLIED[name] !== value && value !== "") {
			address.searchParams.append(name, value);
		}
	}
	go(address.href, true);
});

form.addEventListener("change", (event) => {
	if (event.target.matches("select")) {
		form.requestSubmit();
	}
});
form.querySelector("[data-plain]").hidden = true;

/* Ticks hold when their menu closes, so that several can be set at once. */
const ticked = new WeakSet();

form.addEventListener("change", (event) => {
	const menu = event.target.closest("details.menu");
	if (menu) {
		ticked.add(menu);
	}
});

/* A menu that would run out of the window at its right opens to the left. */
form.addEventListener("toggle", (event) => {
	const panel = event.target.querySelector(".menu-panel");
	panel.classList.toggle("end", event.target.open && panel.getBoundingClientRect().right > document.documentElement.clientWidth);
}, true);

form.addEventListener("toggle", (event) => {
	if (event.target.matches("details.menu:not([open])") && ticked.delete(event.target)) {
		form.requestSubmit();
	}
}, true);

form.addEventListener("click", (event) => {
	const menu = event.target.closest("button[type='submit']")?.closest("details.menu");
	if (menu?.open) {
		event.preventDefault();
		menu.open = false;
		menu.querySelector("summary").focus();
	}
});

const copying = main.querySelector("button[data-copy]");
document.addEventListener("queue", () => (copying.dataset.copy = location.href));
copying.dataset.copy = location.href;

rest();
