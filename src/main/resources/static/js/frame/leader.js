/* Chooses one of all open tabs for what only one may do. */

/* Calls a function once this tab is the one, now or when the one before it is closed. It stays that until it closes. */
export function whenLeading(what, begin) {
	navigator.locks?.request(`watchfloor.${what}`, () => {
		begin();
		return new Promise(() => {});
	});
}
