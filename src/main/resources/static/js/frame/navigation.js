/* Keeps the numbers of the navigation current. */

/* Shows the numbers of a page that came. Everything else of the navigation stays, and so does the focus. */
export function showCounts(page) {
	const views = document.querySelectorAll(".frame-nav li");
	const wanted = page.querySelectorAll(".frame-nav li");
	if (views.length === wanted.length) {
		views.forEach((view, at) => showCount(view, view.querySelector(".count"), wanted[at].querySelector(".count")));
	}
}

function showCount(view, count, wanted) {
	if (count?.textContent !== wanted?.textContent) {
		count?.remove();
		view.append(...wanted ? [wanted] : []);
	}
}
