package io.watchfloor.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that a test holds.
 */
public final class MutableClock extends Clock {

	private volatile Instant now;

	/**
	 * A clock that stands still until it is moved.
	 * @param now what it shows first
	 */
	public MutableClock(Instant now) {
		this.now = now;
	}

	/**
	 * Let time pass.
	 * @param time how much
	 */
	public void advance(Duration time) {
		this.now = this.now.plus(time);
	}

	/**
	 * Let it be another time.
	 * @param time what the clock shows from now on
	 */
	public void moveTo(Instant time) {
		this.now = time;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
