package io.watchfloor.defender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * The calls that this installation may still make. The API counts them per application
 * and tenant, so all analysts draw on one budget; whoever finds it empty is told how long
 * to wait, and nothing is sent, because calls over the limit prolong it.
 */
public final class CallBudget {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration HOUR = Duration.ofHours(1);

	private final Deque<Instant> calls = new ArrayDeque<>();

	private final int perMinute;

	private final int perHour;

	private final Clock clock;

	private @Nullable Instant pausedUntil;

	/**
	 * A full budget.
	 * @param perMinute the most calls in any minute
	 * @param perHour the most calls in any hour
	 * @param clock tells the time
	 */
	CallBudget(int perMinute, int perHour, Clock clock) {
		this.perMinute = perMinute;
		this.perHour = perHour;
		this.clock = clock;
	}

	/**
	 * Take one call.
	 * @throws DefenderException.Throttled when there is none left just now
	 */
	synchronized void take() {
		Instant now = this.clock.instant();
		Duration wait = waitTime(now);
		if (!wait.isZero()) {
			throw new DefenderException.Throttled("The call budget is used up", null, null, wait);
		}
		this.calls.addLast(now);
	}

	/**
	 * Make no call for a time, because the API said so.
	 * @param wait how long
	 */
	synchronized void pause(Duration wait) {
		Instant until = this.clock.instant().plus(wait);
		if (this.pausedUntil == null || until.isAfter(this.pausedUntil)) {
			this.pausedUntil = until;
		}
	}

	/**
	 * What is left.
	 * @return the calls left in this minute and this hour, both 0 while the API wants a
	 * pause
	 */
	public synchronized Left left() {
		Instant now = this.clock.instant();
		forget(now);
		if (this.pausedUntil != null && now.isBefore(this.pausedUntil)) {
			return new Left(0, 0);
		}
		return new Left(this.perMinute - since(now.minus(MINUTE)), this.perHour - this.calls.size());
	}

	private Duration waitTime(Instant now) {
		forget(now);
		Instant free = now;
		if (this.pausedUntil != null && this.pausedUntil.isAfter(free)) {
			free = this.pausedUntil;
		}
		free = later(free, MINUTE, this.perMinute);
		free = later(free, HOUR, this.perHour);
		return Duration.between(now, free);
	}

	private Instant later(Instant free, Duration window, int most) {
		if (this.calls.size() < most) {
			return free;
		}
		Instant blocking = this.calls.stream().skip(this.calls.size() - most).findFirst().orElseThrow();
		Instant open = blocking.plus(window);
		return open.isAfter(free) ? open : free;
	}

	private int since(Instant start) {
		return (int) this.calls.stream().filter((call) -> call.isAfter(start)).count();
	}

	private void forget(Instant now) {
		Instant start = now.minus(HOUR);
		while (!this.calls.isEmpty() && !this.calls.getFirst().isAfter(start)) {
			this.calls.removeFirst();
		}
	}

	/**
	 * The calls left.
	 *
	 * @param thisMinute at least 0
	 * @param thisHour at least 0
	 */
	public record Left(int thisMinute, int thisHour) {
	}

}
