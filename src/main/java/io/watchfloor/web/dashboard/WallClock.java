package io.watchfloor.web.dashboard;

import java.time.Instant;

import io.watchfloor.queue.handover.Shift;
import io.watchfloor.web.format.Times;
import io.watchfloor.web.format.ZonedTimes;

/**
 * The clock of a wall and the shift that it is, in the zone of the shifts. Without
 * scripts the clock shows the time of the page.
 *
 * @param iso the time, for the {@code datetime} attribute
 * @param time such as {@code 14:03}
 * @param offset how many seconds the zone is ahead of UTC at that time
 * @param zone the zone's name, such as {@code CET}
 * @param shift when the shift begins and ends, such as {@code 14:00–22:00}
 */
record WallClock(String iso, String time, int offset, String zone, String shift) {

	static WallClock of(Shift shift, Instant now, ZonedTimes times) {
		return new WallClock(Times.iso(now), times.clock(now), times.zone().getRules().getOffset(now).getTotalSeconds(),
				times.name(now), times.clock(shift.start()) + "–" + times.clock(shift.end()));
	}

}
