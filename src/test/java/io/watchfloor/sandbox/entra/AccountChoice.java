package io.watchfloor.sandbox.entra;

import java.io.Serializable;

/**
 * What was pressed on the account page, kept in the session until the authorization
 * request goes on.
 *
 * @param query the authorization request that the page was shown for
 * @param cancelled whether it was the button that cancels
 */
record AccountChoice(String query, boolean cancelled) implements Serializable {

	static final String ATTRIBUTE = AccountChoice.class.getName();

}
