/* Counts down the seconds that something has left, where data-seconds-left says how many. */

function remaining(milliseconds) {
	const seconds = Math.floor(milliseconds / 1000);
	const minutes = Math.floor(seconds / 60);
	if (seconds <= 0) {
		return "expired";
	}
	return (minutes < 120) ? `in ${minutes} min ${String(seconds % 60).padStart(2, "0")} s`
		: `in ${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

for (const countdown of document.querySelectorAll("[data-seconds-left]")) {
	const end = Date.now() + Number(countdown.dataset.secondsLeft) * 1000;
	setInterval(() => (countdown.textContent = remaining(end - Date.now())), 1000);
}
