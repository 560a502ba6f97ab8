/* Lays one tree of elements over another: what is the same stays the very node it was, so that focus, scrolling and
   selection stay too. Only differences are written. */

/* Makes an element equal to another one. Three things stay as they are: what scripts own (data-keep), whether a
   details element is open, and, where the page asked by itself (polled), open menus and what was typed or ticked. */
export function overlay(held, wanted, { polled }) {
	if (isKept(held) || (polled && isOpenMenu(held))) {
		return;
	}
	if (held.nodeType !== Node.ELEMENT_NODE) {
		if (held.nodeValue !== wanted.nodeValue) {
			held.nodeValue = wanted.nodeValue;
		}
		return;
	}
	layAttributes(held, wanted);
	if (!polled) {
		layInput(held, wanted);
	}
	layChildren(held, wanted, polled);
}

function isKept(node) {
	return node.nodeType === Node.ELEMENT_NODE && node.hasAttribute("data-keep");
}

function isOpenMenu(node) {
	return node.nodeType === Node.ELEMENT_NODE && node.matches("details.menu[open]");
}

function layAttributes(held, wanted) {
	for (const { name } of [...held.attributes]) {
		if (!wanted.hasAttribute(name) && name !== "open") {
			held.removeAttribute(name);
		}
	}
	for (const { name, value } of wanted.attributes) {
		if (held.getAttribute(name) !== value) {
			held.setAttribute(name, value);
		}
	}
}

function layInput(held, wanted) {
	if (held.matches("input:not([type='hidden'])")) {
		held.checked = wanted.checked;
		held.value = wanted.value;
	}
	if (held.matches("option")) {
		held.selected = wanted.selected;
	}
}

function layChildren(held, wanted, polled) {
	removeUnwanted(held, wanted);
	const named = new Map([...held.children].filter((child) => child.id).map((child) => [child.id, child]));
	let place = held.firstChild;
	for (const child of [...wanted.childNodes]) {
		const match = findMatch(child, place, named);
		if (!match) {
			held.insertBefore(child, place);
			continue;
		}
		if (child.id && match !== place) {
			held.insertBefore(match, place);
		}
		else {
			removeUntil(match, place);
			place = match.nextSibling;
		}
		overlay(match, child, { polled });
	}
	removeUntil(null, place);
}

/* Removes elements whose id is not wanted any more, first of all: those after them then need not be moved, which would
   take the focus from them. */
function removeUnwanted(held, wanted) {
	const ids = new Set([...wanted.children].map((child) => child.id));
	for (const child of [...held.children]) {
		if (child.id && !ids.has(child.id) && !isKept(child)) {
			child.remove();
		}
	}
}

/* Finds what a node is laid over: the element of the same id, or the next one of the same name and first class. Text
   is laid over text that stands right there and no other. */
function findMatch(wanted, place, named) {
	if (wanted.id) {
		return named.get(wanted.id);
	}
	let node = place;
	while (node && wanted.nodeType === Node.ELEMENT_NODE && (node.id || key(node) !== key(wanted))) {
		node = node.nextSibling;
	}
	return (node && key(node) === key(wanted)) ? node : null;
}

const key = (node) => node.id || `${node.nodeName} ${node.classList?.[0] ?? ""}`;

/* Removes the nodes from a place to an end, which stays, or to the last one. What scripts own stays too. */
function removeUntil(end, place) {
	let node = place;
	while (node !== end) {
		const next = node.nextSibling;
		if (!isKept(node)) {
			node.remove();
		}
		node = next;
	}
}
