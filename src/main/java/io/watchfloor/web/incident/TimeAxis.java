package io.watchfloor.web.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A time axis of few equal steps between round times.
 *
 * @param from where it begins
 * @param step how long a step is
 * @param steps how many there are, 1 to {@value #MOST_STEPS}
 */
record TimeAxis(Instant from, Duration step, int steps) {

	static final int MOST_STEPS = 8;

	/**
	 * The most parts into which a step is divided when the picture is enlarged: a power
	 * of two.
	 */
	static final int FINEST = 8;

	/**
	 * The share of the axis that stays free after the last time, so that its bar can be
	 * seen.
	 */
	private static final double FREE = 0.02;

	private static final long[] ROUND_SECONDS = { 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800,
			21_600, 43_200, 86_400 };

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

	/**
	 * Create the axis with the shortest round steps of which no more than
	 * {@value #MOST_STEPS} are needed.
	 * @param first the first time that it must show
	 * @param last the last, not before the first
	 */
	static TimeAxis over(Instant first, Instant last) {
		return LongStream
			.concat(LongStream.of(ROUND_SECONDS),
					LongStream.iterate(2, (days) -> days * 2).map((days) -> days * ROUND_SECONDS[17]))
			.mapToObj((seconds) -> of(first, last, seconds))
			.filter((axis) -> axis.steps <= MOST_STEPS)
			.findFirst()
			.orElseThrow();
	}

	private static TimeAxis of(Instant first, Instant last, long seconds) {
		long from = Math.floorDiv(first.getEpochSecond(), seconds) * seconds;
		long to = last.getEpochSecond() + 1;
		double room = (to - from) / (1 - FREE);
		return new TimeAxis(Instant.ofEpochSecond(from), Duration.ofSeconds(seconds),
				(int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.ceil(room / seconds))));
	}

	/**
	 * Return the position of a time, in percent of the axis.
	 */
	double percent(Instant time) {
		Duration before = Duration.between(this.from, time);
		double seconds = before.toSeconds() + before.toNanosPart() / 1e9;
		return Math.round(100_000 * seconds / (this.step.toSeconds() * this.steps)) / 1000.0;
	}

	/**
	 * Return the labelled times from the first to the last, including those that only an
	 * enlarged picture shows.
	 */
	List<Tick> ticks() {
		List<Tick> ticks = new ArrayList<>();
		String lastDay = "";
		for (int i = 0; i <= this.steps * FINEST; i++) {
			Instant time = this.from.plus(this.step.multipliedBy(i).dividedBy(FINEST));
			int zoom = zoom(i);
			String day = (zoom == 1) ? DAY.format(time) : lastDay;
			ticks.add(new Tick(percent(time), zoom, (day.equals(lastDay)) ? "" : day, clock(time)));
			lastDay = day;
		}
		return ticks;
	}

	/**
	 * Return from which enlargement on a tick has room beside its neighbours.
	 */
	private static int zoom(int tick) {
		int zoom = 1;
		while (tick * zoom % FINEST != 0) {
			zoom *= 2;
		}
		return zoom;
	}

	private static String clock(Instant time) {
		return (time.getEpochSecond() % 60 == 0) ? MINUTE.format(time) : SECOND.format(time);
	}

	/**
	 * A labelled time of the axis.
	 *
	 * @param percent its position, in percent
	 * @param zoom the enlargement from which on it is shown: 1, 2, 4 or 8
	 * @param day the day, empty if the tick before has the same
	 * @param time the time of the day
	 */
	record Tick(double percent, int zoom, String day, String time) {
	}

}
