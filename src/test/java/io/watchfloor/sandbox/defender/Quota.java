package io.watchfloor.sandbox.defender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * How often a resource may be called, over all callers together: so many times a minute
 * and so many times an hour, in windows that slide. A refused call counts as well, so
 * whoever keeps calling stays refused.
 */
public final class Quota {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration HOUR = Duration.ofHours(1);

	private final Clock clock;

	private final int perMinute;

	private final int perHour;

	private final Deque<Instant> lastMinute = new ArrayDeque<>();

	private final Deque<Instant> lastHour = new ArrayDeque<>();

	public Quota(Clock clock, int perMinute, int perHour) {
		this.clock = clock;
		this.perMinute = perMinute;
		this.perHour = perHour;
	}

	/**
	 * Count a call.
	 * @param tellWait whether a refusal carries {@code Retry-After}
	 * @throws ApiError with 429 when it is one too many
	 */
	public synchronized void take(boolean tellWait) {
		Instant now = this.clock.instant();
		slide(this.lastMinute, now, MINUTE, this.perMinute);
		slide(this.lastHour, now, HOUR, this.perHour);
		if (this.lastMinute.size() > this.perMinute) {
			throw exceeded(this.perMinute, "00:01:00", MINUTE, tellWait);
		}
		if (this.lastHour.size() > this.perHour) {
			throw exceeded(this.perHour, "01:00:00", HOUR, tellWait);
		}
	}

	public synchronized void forget() {
		this.lastMinute.clear();
		this.lastHour.clear();
	}

	/**
	 * Keep the newest calls of the window: one more than the limit says all there is to
	 * say.
	 */
	private static void slide(Deque<Instant> calls, Instant now, Duration window, int limit) {
		calls.addLast(now);
		Instant start = now.minus(window);
		while (calls.size() > limit + 1 || !calls.getFirst().isAfter(start)) {
			calls.removeFirst();
		}
	}

	private static ApiError exceeded(int limit, String window, Duration wait, boolean tellWait) {
		return ApiError.quotaExceeded("API calls quota exceeded! maximum allowed " + limit + " per " + window,
				tellWait ? Map.of("Retry-After", String.valueOf(wait.toSeconds())) : Map.of());
	}

}
