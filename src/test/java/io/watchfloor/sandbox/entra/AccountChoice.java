package io.watchfloor.sandbox.entra;

import java.io.Serializable;

/**
 * What was pressed on a page of the pretend Entra, kept in the session until the
 * authorization request goes on.
 *
 * @param query the authorization request that the page was shown for
 * @param button what was pressed
 */
record AccountChoice(String query, Button button) implements Serializable {

	static final String ATTRIBUTE = AccountChoice.class.getName();

	/**
	 * The buttons of the pages.
	 */
	enum Button {

		/** An account. */
		ACCOUNT,

		/** The one that consents. */
		ACCEPT,

		/** The one that cancels. */
		CANCEL,

		/** The one that leads back from the page that wants an administrator. */
		RETURN

	}

}
