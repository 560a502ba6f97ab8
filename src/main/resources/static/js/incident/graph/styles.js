/* Dresses nodes and lines in the page's own colours, as they are at this moment. */

import { canvas } from "./state.js";
import { LEVELS } from "./table.js";

/* Whether the system's few colours are used instead of the page's. */
export const forced = matchMedia("(forced-colors: active)");

export function stylesFor(look) {
	return [
		{ selector: "node", style: { label: "data(label)", color: color("text"), "font-size": 13,
			"font-family": getComputedStyle(canvas).fontFamily, "text-wrap": "wrap", "text-max-width": 2000, "line-height": 1.25,
			"overlay-opacity": 0 } },
		...entities(look),
		...alerts(look),
		...several(look),
		{ selector: "edge", style: { width: 1.25, "line-color": color("border-control"), "line-opacity": 0.55,
			"curve-style": "straight", "source-endpoint": `${look.card / 2}px 0`, "overlay-opacity": 0 } },
		{ selector: "edge[?asset]", style: { "source-endpoint": `${-look.card / 2}px 0` } },
		...states(),
	];
}

function color(name) {
	canvas.style.color = `var(--${name})`;
	const value = getComputedStyle(canvas).color.replaceAll(" ", "");
	canvas.style.color = "";
	return value;
}

function entities(look) {
	return [
		{ selector: ".entity", style: { shape: "data(shape)", width: look.node, height: look.node,
			"background-color": color("node"), "background-image": "data(picture)",
			"border-width": forced.matches ? 1.5 : 0, "border-color": color("text"),
			"background-width": "58%", "background-height": "58%", "text-valign": look.below ? "bottom" : "center",
			"text-halign": look.below ? "center" : "right", "text-margin-x": look.below ? 0 : 6,
			"text-margin-y": look.below ? 5 : 0, "text-background-color": color("surface"),
			"text-background-opacity": 0.8, "text-background-padding": 2 } },
		{ selector: ".entity.asset", style: { "background-color": color("node-asset"),
			...(look.below ? {} : { "text-halign": "left", "text-margin-x": -6 }) } },
	];
}

function alerts(look) {
	const surface = color("surface-raised");
	const levels = ["unknown", ...LEVELS].map((level) => {
		const shade = color(level === "unknown" ? "border-control" : level);
		return { selector: `.alert.${level}`, style: { "border-color": shade,
			"background-gradient-stop-colors": `${shade} ${shade} ${surface} ${surface}` } };
	});
	return [
		{ selector: ".alert", style: { shape: "round-rectangle", width: look.card, height: 40, "border-width": 1.5,
			"background-fill": "linear-gradient", "background-gradient-direction": "to-right",
			"background-gradient-stop-positions": "0% 3% 3% 100%", "text-valign": "center", "text-halign": "center",
			"text-margin-x": 4 } },
		...levels,
	];
}

/* Returns how nodes look that stand for several. */
function several(look) {
	return [
		{ selector: ".several", style: { "font-weight": 600, "border-style": "double", "border-width": 6 } },
		{ selector: ".entity.several", style: { "border-color": color("node"), "border-position": "outside",
			width: look.node - 8, height: look.node - 8, "text-margin-x": look.below ? 0 : 12 } },
		{ selector: ".asset.several", style: { "border-color": color("node-asset"),
			"text-margin-x": look.below ? 0 : -12 } },
	];
}

function states() {
	return [
		{ selector: ".far", style: { opacity: 0.22 } },
		{ selector: "edge.near", style: { width: 2.5, "line-color": color("accent"), "line-opacity": 1 } },
		{ selector: ".picked", style: { "border-width": 3, "border-color": color("accent") } },
		{ selector: ".cursor", style: { "outline-width": 2, "outline-color": color("focus"), "outline-offset": 3 } },
	];
}
