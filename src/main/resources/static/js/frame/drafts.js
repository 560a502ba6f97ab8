/* Names where texts that are being typed are kept in this tab, and forgets them. */

export const DRAFTS = "watchfloor.draft.";

export function forgetDrafts() {
	Object.keys(sessionStorage).filter((key) => key.startsWith(DRAFTS)).forEach((key) => sessionStorage.removeItem(key));
}
