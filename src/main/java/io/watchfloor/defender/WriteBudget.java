package io.watchfloor.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

import io.watchfloor.defender.Call.Kind;
import io.watchfloor.defender.shared.Entry;
import io.watchfloor.defender.shared.Ledger;
import io.watchfloor.defender.shared.SharedLedger;

/**
 * Keeps the writes of all analysts within the API's quota for them, of which no reader
 * takes more than three quarters of what the others leave. So one reader alone may write
 * 34 times a minute, and two about 20 times each. A run of fifty incidents takes less
 * than three minutes, also with Microsoft Graph, where a comment is a call of its own: 34
 * calls at once, 34 a minute later and 32 another minute later.
 * <p>
 * The Defender API counts writes by themselves, 50 a minute by its reference, 45 by its
 * answers, and 1,500 an hour, so that they are never at the readers' expense, and its 429
 * for a write says nothing of reading. Microsoft Graph publishes no quota. The only
 * figure known was 150 calls a minute for alerts, which the readers' 100 and these 45
 * keep within; its 429 means the application as a whole, so that it pauses reading too.
 * Where the quota for reading is set lower than these, it is the most for writes as well.
 * A pause that the API asked for when it was read holds for writes.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/defender-xdr/api-update-incidents">Update incidents
 * API: limitations</a>
 * @see <a href= "https://learn.microsoft.com/en-us/graph/throttling">Microsoft Graph
 * throttling guidance</a>
 */
final class WriteBudget {

	private static final int MOST_PER_MINUTE = 45;

	private static final int MOST_PER_HOUR = 1_500;

	/**
	 * The most that one reader takes of the writes that the others leave.
	 */
	private static final double LARGEST_PART = 3.0 / 4;

	private static final Predicate<Call> WRITES = (call) -> call.is(Kind.WRITE);

	private static final String PAUSE = "writes";

	private final CallBudget reads;

	private final SharedLedger<Call> calls;

	private final boolean apart;

	private final int perMinute;

	private final int perHour;

	/**
	 * Create a budget of which as much is used as the ledger of the reads says.
	 * @param api the API, with its quota for reading
	 * @param reads the budget for reading
	 */
	WriteBudget(Api api, CallBudget reads) {
		this.reads = reads;
		this.calls = reads.calls();
		this.apart = api.singlesApart();
		this.perMinute = Math.min(MOST_PER_MINUTE, api.callsPerMinute());
		this.perHour = Math.min(MOST_PER_HOUR, api.callsPerHour());
	}

	/**
	 * Take a write.
	 * @param reader the reader that makes it
	 * @return the write, to be passed to {@link #ended} or {@link #giveBack}
	 * @throws DefenderException.Throttled when the write has to wait
	 */
	Entry<Call> take(ReaderId reader) {
		return CallBudget.take(this.calls, (known, now) -> {
			requireRoom(known, reader, now);
			return Call.ofWrite(reader);
		});
	}

	/**
	 * Check that a reader could write now, without counting it.
	 * @param reader the reader
	 * @throws DefenderException.Throttled when a write has to wait
	 */
	void requireRoom(ReaderId reader) {
		this.calls.read((known, now) -> {
			requireRoom(known, reader, now);
			return reader;
		});
	}

	private void requireRoom(Ledger<Call> known, ReaderId reader, Instant now) {
		Instant paused = later(this.calls.pausedUntil(PAUSE), this.reads.pausedUntil());
		Instant room = later(roomAt(known, reader, this.perMinute, Ledger.MINUTE, now),
				roomAt(known, reader, this.perHour, Ledger.HOUR, now));
		Instant time = later(paused, room);
		if (time.isAfter(now)) {
			throw DefenderException.Throttled.heldBack(Duration.between(now, time));
		}
	}

	private static Instant roomAt(Ledger<Call> known, ReaderId reader, int most, Duration window, Instant now) {
		return known.roomAt((call) -> call.isBy(reader), LARGEST_PART, most, now, window, WRITES);
	}

	/**
	 * Count a write from now, because it has ended; see {@link CallBudget#ended}.
	 * @param write the write as it was taken
	 */
	void ended(Entry<Call> write) {
		this.calls.end(write);
	}

	/**
	 * Give back a write that was not made, because there was no token for it.
	 * @param write the write as it was taken
	 */
	void giveBack(Entry<Call> write) {
		this.calls.remove(write);
	}

	/**
	 * Let no write through for a time, because the API asked for it, nor any other call
	 * where the API counts them together. A shorter pause does not end a longer one.
	 * @param wait the time to wait, from now
	 */
	void pause(Duration wait) {
		this.calls.pause(PAUSE, wait);
		if (!this.apart) {
			this.reads.pause(wait);
		}
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
