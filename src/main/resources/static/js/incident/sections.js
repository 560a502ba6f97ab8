/* Marks in the navigation of the page which section one is in, above all of them the first. */

const places = [...document.querySelectorAll(".incident-nav a[href^='#']")]
	.map((link) => ({ link, section: document.getElementById(link.hash.slice(1)).closest("section") }));
const inView = new Set();

const observer = new IntersectionObserver((entries) => {
	for (const entry of entries) {
		inView[entry.isIntersecting ? "add" : "delete"](entry.target);
	}
	const here = places.find(({ section }) => inView.has(section)) ?? places[0];
	places.forEach((place) => place.link.classList.toggle("here", place === here));
}, { rootMargin: "-10% 0px -60% 0px" });
places.forEach(({ section }) => observer.observe(section));
