package io.watchfloor.soak;

/**
 * The kinds of requests that an analyst makes.
 */
enum RequestKind {

	QUEUE, POLL, INCIDENT, FOREIGN_INCIDENT, DASHBOARD, EXPORT, TOKEN, SIGN_IN, SIGN_OUT, WRITE, LAST_ROUND

}
