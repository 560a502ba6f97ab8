package io.watchfloor.web.handover;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import io.watchfloor.queue.handover.Shift;
import io.watchfloor.queue.handover.Shifts;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.format.Times;
import io.watchfloor.web.format.ZonedTimes;
import org.jspecify.annotations.Nullable;

/**
 * The time from which on a handover tells, and others to choose.
 *
 * @param time the time
 * @param label the time in words, such as {@code Mon 23 Nov 14:00 CET}
 * @param field the time as the value of a field, in the zone of the shifts
 * @param zone the name of that zone, such as {@code CET}
 * @param choices this shift and the one before
 */
record HandoverStart(Instant time, String label, String field, String zone, List<Link> choices) {

	/**
	 * Create the start of a handover.
	 * @param since the parameter {@code since}; {@code null} for the start of this shift
	 * @param path the address of the handover without its query
	 * @throws BadParameterException if it is no time that has passed
	 */
	static HandoverStart of(@Nullable String since, Shifts shifts, Instant now, String path) {
		ZonedTimes times = new ZonedTimes(shifts.zone());
		Shift shift = shifts.at(now);
		Shift before = shifts.before(shift);
		Instant time = (since != null) ? parse(since, shifts.zone(), now) : shift.start();
		List<Link> choices = List.of(
				new Link("This shift, since " + times.clock(shift.start()), path, time.equals(shift.start())),
				new Link("The one before, since " + times.clock(before.start()),
						path + "?since=" + Times.iso(before.start()), time.equals(before.start())));
		return new HandoverStart(time, times.day(time, now) + " " + times.name(time), times.field(time),
				times.name(time), choices);
	}

	private static Instant parse(String text, ZoneId zone, Instant now) {
		try {
			Instant time = parse(text, zone);
			if (!time.isBefore(Instant.EPOCH) && !time.isAfter(now)) {
				return time;
			}
		}
		catch (DateTimeException ex) {
			// refused below
		}
		throw new BadParameterException("since", "a time that has passed: in UTC such as 2026-11-23T14:00:00Z, or in "
				+ zone.getId() + " such as 2026-11-23T14:00 or 2026-11-23");
	}

	private static Instant parse(String text, ZoneId zone) {
		if (text.endsWith("Z")) {
			return Instant.parse(text);
		}
		return (text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay()).atZone(zone)
			.toInstant();
	}

}
