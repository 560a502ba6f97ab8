/* Names where texts that are being typed are kept in this tab, and forgets them. */

export const DRAFTS = "watchfloor.draft.";

/* Where the name of the draft is kept that was sent and is to be forgotten once it arrived. */
export const SENT = `${DRAFTS}sent`;

function forget(which) {
	Object.keys(sessionStorage).filter(which).forEach((key) => sessionStorage.removeItem(key));
}

export function forgetDrafts() {
	forget((key) => key.startsWith(DRAFTS));
}

/* own: how the names of the drafts of this analyst begin */
export function forgetDraftsOfOthers(own) {
	forget((key) => key.startsWith(DRAFTS) && !key.startsWith(own) && key !== SENT);
}

/* Forgets the draft that was sent, since it arrived. */
export function forgetSentDraft() {
	sessionStorage.removeItem(sessionStorage.getItem(SENT) ?? "");
	sessionStorage.removeItem(SENT);
}
