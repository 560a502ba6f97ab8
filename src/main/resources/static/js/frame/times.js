/* Writes times: in UTC from ISO 8601 texts, in the browser's zone from dates. */

/* Names the browser's zone, such as GMT+9. */
export const zone = new Intl.DateTimeFormat("en", { timeZoneName: "short" })
	.formatToParts(new Date()).find(({ type }) => type === "timeZoneName").value;

export const minuteUtc = (iso) => `${iso.slice(11, 16)} UTC`;

export const secondUtc = (iso) => `${iso.slice(11, 19)} UTC`;

export const dayAndMinuteUtc = (iso) => `${iso.slice(0, 16).replace("T", " ")} UTC`;

const two = (number) => String(number).padStart(2, "0");

/* Writes a day and a minute in the browser's zone, without the zone's name. */
export function dayAndMinuteLocal(date) {
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${minuteLocal(date)}`;
}

/* Writes it without the parts of the date that go without saying, as the server does in UTC. */
export function briefLocal(date, now = new Date()) {
	if (date.getFullYear() !== now.getFullYear()) {
		return dayAndMinuteLocal(date);
	}
	const day = date.toLocaleDateString("en-GB", { day: "numeric", month: "short" });
	return (date.toDateString() === now.toDateString()) ? minuteLocal(date) : `${day} ${minuteLocal(date)}`;
}

const minuteLocal = (date) => `${two(date.getHours())}:${two(date.getMinutes())}`;

export const secondLocal = (date) => `${minuteLocal(date)}:${two(date.getSeconds())} ${zone}`;

/* Counts the whole seconds from 1970 to a time. */
export const epochSecond = (iso) => Math.floor(Date.parse(iso) / 1000);
