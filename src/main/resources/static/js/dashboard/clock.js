/* Keeps the clock of a wall going, in the zone of the shifts and by the server's time. */

const SECOND = 1000;

/* Starts the clock of a page, if it has one. The server says with each page how far its zone is ahead of UTC. */
export function startClock(main) {
	const clock = main.querySelector("[data-wall-clock]");
	if (!clock) {
		return;
	}
	const ahead = Date.parse(clock.dateTime) - Date.now();
	setInterval(() => {
		const time = new Date(Date.now() + ahead + SECOND * Number(clock.dataset.offset));
		const text = time.toISOString().slice(11, 16);
		if (clock.textContent !== text) {
			clock.textContent = text;
		}
	}, SECOND);
}
