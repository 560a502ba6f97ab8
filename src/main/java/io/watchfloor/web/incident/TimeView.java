package io.watchfloor.web.format;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A time as a page prints it.
 *
 * @param iso for the {@code datetime} attribute
 * @param text with its zone
 * @param age how long ago that is, in words
 */
public record TimeView(String iso, String text, String age) {

	public static @Nullable TimeView of(@Nullable Instant time, Instant now) {
		return (time != null) ? new TimeView(Times.iso(time), Times.utc(time), Times.age(time, now)) : null;
	}

}
