package io.watchfloor.queue.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The times of the day at which shifts begin. Each shift lasts until the next begins, and
 * so an hour more or less in the night in which clocks are changed.
 *
 * @param starts the times, in order and each once; at least one
 * @param zone the zone in which they are meant
 */
public record Shifts(List<LocalTime> starts, ZoneId zone) {

	/**
	 * Create the shifts of a day.
	 * @throws IllegalArgumentException if there are none
	 */
	public Shifts {
		if (starts.isEmpty()) {
			throw new IllegalArgumentException("a day has at least one shift");
		}
		starts = starts.stream().distinct().sorted().toList();
	}

	/**
	 * Return the shift at a time.
	 * @param time the time
	 * @return the shift that began last
	 */
	public Shift at(Instant time) {
		LocalDate day = LocalDate.ofInstant(time, this.zone);
		TreeSet<Instant> begins = new TreeSet<>();
		for (int days = -2; days <= 2; days++) {
			for (LocalTime start : this.starts) {
				begins.add(day.plusDays(days).atTime(start).atZone(this.zone).toInstant());
			}
		}
		return new Shift(Objects.requireNonNull(begins.floor(time)), Objects.requireNonNull(begins.higher(time)));
	}

	/**
	 * Return the shift before another.
	 * @param shift the shift
	 * @return the one that ended when it began
	 */
	public Shift before(Shift shift) {
		return at(shift.start().minusNanos(1));
	}

}
