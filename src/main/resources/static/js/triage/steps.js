/* Makes the steps of a run, one after the other. */

import { requireOwn } from "../frame/owner.js";
import { readPage } from "../frame/page.js";

/* Sends a form.
   Returns the answer's page of a run, or null if it is another page */
export async function send(address, data) {
	const answer = await fetch(address, { method: "POST", body: new URLSearchParams(data), headers: { accept: "text/html" } });
	if (answer.status === 401 || answer.ok) {
		requireOwn(answer);
	}
	return runOf(await readPage(answer));
}

const runOf = (page) => page.querySelector("main[data-run]");

/* Returns the form that makes the next step of a run, or null if none is left. */
export const stepOf = (run) => run.querySelector("form[data-step]");

/* Returns the form that undoes the next change of a run, or null if none is left. */
export const undoOf = (run) => run.querySelector("form[data-undo-all]");

/* Makes all steps that are left.
   run: the main element of the run's page
   tell: told after each step about the run and before each pause how many seconds it takes; may return false to stop
   nextOf: returns the form that makes the next one
   Returns the run as it is then, or null if an answer was another page */
export async function finish(run, tell, nextOf = stepOf) {
	let now = run;
	while (now && nextOf(now)) {
		const pause = Number(now.dataset.pause ?? 0);
		if (tell({ run: now, pause }) === false) {
			return now;
		}
		if (pause > 0) {
			await new Promise((resolve) => setTimeout(resolve, 1000 * pause));
			if (tell({ run: now, pause: 0 }) === false) {
				return now;
			}
		}
		const step = nextOf(now);
		now = await send(step.action, new FormData(step));
	}
	return now;
}
