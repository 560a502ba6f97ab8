package io.watchfloor.web.format;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.watchfloor.queue.Ages;

/**
 * Formats times and spans of time. Times are in UTC, and say so unless a heading does.
 */
public final class Times {

	private static final DateTimeFormatter UTC = formatter("uuuu-MM-dd HH:mm:ss 'UTC'");

	private static final DateTimeFormatter MINUTE = formatter("uuuu-MM-dd HH:mm");

	private static final DateTimeFormatter CLOCK = formatter("HH:mm:ss 'UTC'");

	private static final DateTimeFormatter DAY = formatter("d MMMM");

	private static final DateTimeFormatter DAY_AND_MINUTE = formatter("d MMM HH:mm");

	private static final DateTimeFormatter MINUTE_OF_DAY = formatter("HH:mm");

	private Times() {
	}

	/**
	 * Format a time to the second.
	 * @param time the time
	 * @return such as {@code 2026-11-23 14:03:10 UTC}
	 */
	public static String utc(Instant time) {
		return UTC.format(time);
	}

	/**
	 * Format a time to the minute, for places where the zone is named nearby.
	 * @param time the time
	 * @return such as {@code 2026-11-23 14:03}
	 */
	public static String minute(Instant time) {
		return MINUTE.format(time);
	}

	/**
	 * Format a time to the minute, without the parts of its date that go without saying,
	 * for places where the zone is named nearby.
	 * @param time the time
	 * @param now the time that it is
	 * @return such as {@code 14:03} today, {@code 12 Nov 14:03} this year, or else
	 * {@code 2025-11-12 14:03}
	 */
	public static String brief(Instant time, Instant now) {
		LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
		LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
		if (day.getYear() != today.getYear()) {
			return minute(time);
		}
		return (day.equals(today) ? MINUTE_OF_DAY : DAY_AND_MINUTE).format(time);
	}

	/**
	 * Format the time of the day.
	 * @param time the time
	 * @return such as {@code 14:03:10 UTC}
	 */
	public static String clock(Instant time) {
		return CLOCK.format(time);
	}

	/**
	 * Format a day without its year.
	 * @param time a time on that day
	 * @return such as {@code 12 November}
	 */
	public static String day(Instant time) {
		return DAY.format(time);
	}

	/**
	 * Format a time for machines, as the {@code datetime} attribute takes it.
	 * @param time the time
	 * @return such as {@code 2026-11-23T14:03:10Z}
	 */
	public static String iso(Instant time) {
		return time.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	/**
	 * Format how long ago a time was.
	 * @param time the time
	 * @param now the time that it is
	 * @return such as {@code 5 h ago}, {@code just now} or, when the clocks differ,
	 * {@code in 2 min}
	 */
	public static String age(Instant time, Instant now) {
		Duration age = Duration.between(time, now);
		if (age.abs().toSeconds() < 1) {
			return "just now";
		}
		return (age.isNegative()) ? "in " + Ages.rough(age.negated()) : Ages.rough(age) + " ago";
	}

	/**
	 * Format a span in its two largest units.
	 * @param span a span that is not negative
	 * @return such as {@code 40 s}, {@code 12 min 4 s}, {@code 5 h 12 min} or
	 * {@code 3 d 4 h}
	 */
	public static String exact(Duration span) {
		String rest = "";
		if (span.toDays() > 0) {
			rest = unlessZero(span.toHoursPart(), "h");
		}
		else if (span.toHours() > 0) {
			rest = unlessZero(span.toMinutesPart(), "min");
		}
		else if (span.toMinutes() > 0) {
			rest = unlessZero(span.toSecondsPart(), "s");
		}
		return Ages.rough(span) + rest;
	}

	private static DateTimeFormatter formatter(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
	}

	private static String unlessZero(int count, String unit) {
		return (count != 0) ? " " + count + " " + unit : "";
	}

}
