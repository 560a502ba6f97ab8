package io.watchfloor.queue.reading;

import java.util.function.Consumer;

import io.watchfloor.defender.Incident;

/**
 * Receives the incidents of a page, which may take several calls.
 */
interface PageReader extends Consumer<Incident> {

	/**
	 * Begin with the next call. What was received before is of a call that failed: it is
	 * no part of the page, which begins at the same place as before.
	 */
	void begin();

}
