/* Counts down the seconds that something has left, where data-seconds-left says how many. */

function remaining(milliseconds) {
	const seconds = Math.floor(milliseconds / 1000);
	return (seconds <= 0) ? "expired" : `in ${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

for (const countdown of document.querySelectorAll("[data-seconds-left]")) {
	const end = Date.now() + Number(countdown.dataset.secondsLeft) * 1000;
	setInterval(() => (countdown.textContent = remaining(end - Date.now())), 1000);
}
