package io.watchfloor.web.problem;

/**
 * The kinds of problems, each with its status and its words.
 */
enum ProblemKind {

	BAD_PARAMETER(400, Next.QUEUE, "This address cannot be answered",
			"A part of the address has a value that it cannot take.", "Nothing was read or changed.",
			"Correct the address, or go to the queue and choose the filters there."),

	BAD_REQUEST(400, Next.QUEUE, "This request cannot be answered",
			"The request is not one that Watchfloor understands.",
			"Nothing was read or changed. Often the address was cut off or mistyped when it was copied.",
			"Check the address, or start again from the queue."),

	SIGN_IN_AGAIN(401, Next.SIGN_IN, "Please sign in again", "Microsoft did not accept your sign-in any longer.",
			"Your access may have been revoked, your password changed, or a policy of your organisation asks for a fresh sign-in.",
			"Sign in again. If this page comes back, give the details below to whoever administers sign-in."),

	FORBIDDEN(403, Next.QUEUE, "Not allowed", "Watchfloor did not carry out this request.",
			"Usually the page it came from had been open for too long, or somebody signed in again in another tab: then its form is not valid any more.",
			"Go back. If the browser still shows what you typed, copy it; then load the page again and repeat what you did."),

	PERMISSION_MISSING(403, Next.TOKEN, "Defender does not let you see this",
			"You are signed in, but Microsoft Defender refused to show incidents to your account.",
			"Either your sign-in lacks {permissions} of {api}, or your account has no Defender role that shows incidents.",
			"Look at the token check: it says whether a permission is missing. If one is, ask an administrator of Microsoft Entra to grant consent; if not, ask an administrator of Microsoft Defender for a role such as Security Reader, or one of its unified RBAC. Then sign in again."),

	NOT_FOUND(404, Next.QUEUE, "There is no such page", "Nothing is at this address.",
			"It may have been mistyped, or it is from a version of Watchfloor that had other addresses.",
			"Check the address, or start again from the queue."),

	NO_SUCH_INCIDENT(404, Next.QUEUE, "No such incident",
			"Microsoft Defender has no incident with this number that you may see.",
			"The number may be mistyped, the incident may be older than 180 days and gone, or your role does not show it.",
			"Check the number. If a colleague can open the incident, your Defender roles differ from theirs."),

	METHOD_NOT_ALLOWED(405, Next.QUEUE, "This address works in another way",
			"The address exists, but not for this kind of request.",
			"Usually an address was opened that only a button of a page can use.", "Start again from the queue."),

	TOO_LARGE(413, Next.QUEUE, "This request is too large", "The form brought more text than Watchfloor takes.",
			"Nothing was read or changed. A form takes 2 MB as browsers send it, and a sweep a report of 1,000,000 characters; those outside of the Latin alphabet count several times.",
			"Go back and send less: paste a long report in parts."),

	THROTTLED(429, Next.RETRY, "Too many calls for the moment",
			"The calls that the API grants for a while are used up. All analysts here share them.",
			"Nothing is broken. Pages that need fresh data have to wait.", "Wait, then try again."),

	INTERNAL(500, Next.RETRY, "Something went wrong here", "Watchfloor failed to make this page.",
			"The fault is in Watchfloor, not in what you did. Your incidents are untouched.",
			"Try again. If it happens again, tell whoever runs Watchfloor, with the details below."),

	REJECTED(502, Next.QUEUE, "Defender did not understand the question",
			"Microsoft Defender refused a call that Watchfloor made for you.",
			"The fault is in Watchfloor, or Microsoft changed the interface.",
			"Tell whoever runs Watchfloor, with the details below. Other pages may still work."),

	MALFORMED(502, Next.RETRY, "Defender's answer cannot be read",
			"Microsoft Defender answered, but not in a form that Watchfloor can read.",
			"The answer broke off on its way, or Microsoft changed the interface. Nothing of it is shown, so that nothing misleads you.",
			"Try again. If it happens again, tell whoever runs Watchfloor, with the details below."),

	UNAVAILABLE(503, Next.RETRY, "Defender does not answer",
			"Microsoft Defender cannot be reached, or did not answer in time.",
			"Usually this passes within minutes. While it lasts, Watchfloor asks only now and then, so that nobody waits in vain.",
			"Try again in a minute. Microsoft's service health page says whether others are affected too."),

	SESSIONS_UNAVAILABLE(503, Next.RETRY, "Sessions cannot be reached",
			"Watchfloor cannot find out who is signed in: the Redis that holds the sessions does not answer, or is full.",
			"You are probably still signed in, and nothing was changed. Usually this passes within a minute.",
			"Try again in a few seconds. If it lasts, tell whoever runs Watchfloor, with the details below.");

	private final int status;

	private final Next next;

	private final String title;

	private final String happened;

	private final String meaning;

	private final String remedy;

	ProblemKind(int status, Next next, String title, String happened, String meaning, String remedy) {
		this.status = status;
		this.next = next;
		this.title = title;
		this.happened = happened;
		this.meaning = meaning;
		this.remedy = remedy;
	}

	int status() {
		return this.status;
	}

	/**
	 * Create a problem of this kind without particulars.
	 */
	Problem problem() {
		return new Problem(this.status, this.title, this.happened, this.meaning, this.remedy, this.next, null, null,
				null, null);
	}

	/**
	 * What the page offers to do next.
	 */
	enum Next {

		RETRY, SIGN_IN, TOKEN, QUEUE

	}

}
