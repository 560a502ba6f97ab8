/* Writes times: in UTC from ISO 8601 texts, in the zone that the analyst wants from dates: the browser's or that of the
   shifts. */

/* Names the browser's zone, such as GMT+9. */
export const browserZone = nameOf(undefined);

const { zone: wanted, shiftZone } = document.documentElement.dataset;
const zoneId = (wanted === "shifts" && isKnown(shiftZone)) ? shiftZone : undefined;

/* Tells whether times are to be written in another zone than UTC. */
export const isZoned = wanted === "local" || zoneId !== undefined;

/* Names the zone in which times are written. */
export const zone = nameOf(zoneId);

/* Browsers know the zones of the time zone database, but not all that a server takes. */
function isKnown(id) {
	try {
		return Boolean(nameOf(id));
	}
	catch {
		return false;
	}
}

function nameOf(timeZone) {
	return new Intl.DateTimeFormat("en", { timeZoneName: "short", timeZone })
		.formatToParts(new Date()).find(({ type }) => type === "timeZoneName").value;
}

export const minuteUtc = (iso) => `${iso.slice(11, 16)} UTC`;

export const secondUtc = (iso) => `${iso.slice(11, 19)} UTC`;

export const dayAndMinuteUtc = (iso) => `${iso.slice(0, 16).replace("T", " ")} UTC`;

const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zoneId, hourCycle: "h23", year: "numeric", month: "2-digit",
	day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" });

const dayAndMonth = new Intl.DateTimeFormat("en-GB", { timeZone: zoneId, day: "numeric", month: "short" });

/* Returns the parts of a time in the zone, by their names. */
function partsOf(date) {
	return Object.fromEntries(parts.formatToParts(date).map(({ type, value }) => [type, value]));
}

const dayOf = ({ year, month, day }) => `${year}-${month}-${day}`;

const minuteOf = ({ hour, minute }) => `${hour}:${minute}`;

/* Writes a day and a minute in the zone, without the zone's name. */
export function dayAndMinuteZoned(date) {
	const time = partsOf(date);
	return `${dayOf(time)} ${minuteOf(time)}`;
}

/* Writes it without the parts of the date that go without saying, as the server does in UTC. */
export function briefZoned(date, now = new Date()) {
	const time = partsOf(date);
	const today = partsOf(now);
	if (time.year !== today.year) {
		return dayAndMinuteZoned(date);
	}
	return (dayOf(time) === dayOf(today)) ? minuteOf(time) : `${dayAndMonth.format(date)} ${minuteOf(time)}`;
}

export function secondZoned(date) {
	const time = partsOf(date);
	return `${minuteOf(time)}:${time.second} ${zone}`;
}

/* Counts the whole seconds from 1970 to a time. */
export const epochSecond = (iso) => Math.floor(Date.parse(iso) / 1000);
