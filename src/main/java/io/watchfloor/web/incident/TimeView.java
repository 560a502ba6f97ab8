package io.watchfloor.web.incident;

import java.time.Instant;

import io.watchfloor.queue.Ages;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * A time as the page shows it.
 *
 * @param iso for the {@code datetime} attribute; empty if the time is unknown
 * @param text with its zone
 * @param age how long ago that is, in words
 */
record TimeView(String iso, String text, String age) {

	/**
	 * What stands in the place of a time that is not known.
	 */
	static final TimeView UNKNOWN = new TimeView("", Ages.UNKNOWN, "");

	/**
	 * Create the view of a time, or return {@code null} if there is none.
	 */
	static @Nullable TimeView of(@Nullable Instant time, Instant now) {
		return (time != null) ? new TimeView(Times.iso(time), Times.utc(time), Times.age(time, now)) : null;
	}

}
