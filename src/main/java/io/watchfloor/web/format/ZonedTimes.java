package io.watchfloor.web.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Formats times in the zone of the shifts, for pages about them. The zone's name stands
 * beside the times or above them.
 *
 * @param zone the zone
 */
public record ZonedTimes(ZoneId zone) {

	private static final DateTimeFormatter CLOCK = formatter("HH:mm");

	private static final DateTimeFormatter DAY = formatter("EEE d MMM HH:mm");

	private static final DateTimeFormatter YEAR = formatter("d MMM uuuu HH:mm");

	private static final DateTimeFormatter FIELD = formatter("uuuu-MM-dd'T'HH:mm");

	private static final DateTimeFormatter NAME = formatter("z");

	/**
	 * Format the time of the day.
	 * @return such as {@code 14:03}
	 */
	public String clock(Instant time) {
		return CLOCK.format(time.atZone(this.zone));
	}

	/**
	 * Format a time without the parts of its date that go without saying.
	 * @param now the time that it is
	 * @return such as {@code 14:03} today, {@code Mon 23 Nov 14:03} this year, or else
	 * {@code 23 Nov 2025 14:03}
	 */
	public String brief(Instant time, Instant now) {
		LocalDate day = LocalDate.ofInstant(time, this.zone);
		LocalDate today = LocalDate.ofInstant(now, this.zone);
		return day.equals(today) ? clock(time) : day(time, now);
	}

	/**
	 * Format a time with its day.
	 * @param now the time that it is
	 * @return such as {@code Mon 23 Nov 14:03}, or {@code 23 Nov 2025 14:03} of another
	 * year
	 */
	public String day(Instant time, Instant now) {
		boolean thisYear = LocalDate.ofInstant(time, this.zone).getYear() == LocalDate.ofInstant(now, this.zone)
			.getYear();
		return (thisYear ? DAY : YEAR).format(time.atZone(this.zone));
	}

	/**
	 * Format a time as the value of a field for local times.
	 * @return such as {@code 2026-11-23T14:03}
	 */
	public String field(Instant time) {
		return FIELD.format(time.atZone(this.zone));
	}

	/**
	 * Return the name that the zone has at a time, which summer time changes.
	 * @return such as {@code CET}
	 */
	public String name(Instant time) {
		return NAME.format(time.atZone(this.zone));
	}

	private static DateTimeFormatter formatter(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
	}

}
