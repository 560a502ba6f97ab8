package io.watchfloor.soak;

/**
 * What an analyst asked for.
 */
enum Asked {

	QUEUE, POLL, INCIDENT, FOREIGN_INCIDENT, DASHBOARD, EXPORT, TOKEN, SIGN_IN, SIGN_OUT, LAST_ROUND

}
