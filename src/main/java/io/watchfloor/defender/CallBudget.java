package io.watchfloor.defender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

import io.watchfloor.defender.CallLedger.Call;

/**
 * The calls that this installation may still make. The API counts them per application
 * and tenant, so all analysts draw on one budget; a call that it cannot bear is held back
 * and not sent, because calls over the limit prolong it.
 * <p>
 * Two thirds of what can be sustained keep every queue current, in equal shares: a reader
 * is due once its last news is older than all readers at work need to be served once. So
 * nobody can be starved, however others click and whenever they poll. Of the last third,
 * which is spare, two thirds go to steps further back, of which sweeps may have half; a
 * sixth to news that somebody waits for before it is due, the rest to first pages. From
 * these shares nobody takes more than twice what they leave to the others. First pages
 * may have whatever there is.
 * <p>
 * Reading a single incident has a limit of its own at the API, twice the list's a minute
 * and the same an hour, and therefore a budget of its own here. A pause that the API asks
 * for holds for both.
 *
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/api-list-incidents">List
 * incidents API: limitations</a>
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/api-get-incident">Get
 * incident API: limitations</a>
 */
public final class CallBudget {

	/**
	 * How long a reader counts as at work after it last wanted a call.
	 */
	private static final Duration AT_WORK = Duration.ofMinutes(2);

	private static final CallPriority SINGLE = new CallPriority(new ReaderId(), Urgency.AWAITED);

	private final CallLedger lists = new CallLedger();

	private final CallLedger singles = new CallLedger();

	private final Map<ReaderId, Instant> readers = new HashMap<>();

	private final int perMinute;

	private final int perHour;

	private final Clock clock;

	private Instant pausedUntil = Instant.MIN;

	/**
	 * A full budget.
	 * @param perMinute the most list calls in any minute
	 * @param perHour the most list calls in any hour
	 * @param clock tells the time
	 */
	CallBudget(int perMinute, int perHour, Clock clock) {
		this.perMinute = perMinute;
		this.perHour = perHour;
		this.clock = clock;
	}

	/**
	 * Take one call of the list.
	 * @param turn for whom, and how much hangs on it
	 * @return the call, to be told when it has {@link #ended}
	 * @throws DefenderException.Throttled when it has to wait
	 */
	synchronized Call take(CallPriority turn) {
		Instant now = this.clock.instant();
		this.readers.put(turn.reader(), now);
		this.readers.values().removeIf((wanted) -> wanted.isBefore(now.minus(AT_WORK)));
		boolean spare = isSpare(turn, now);
		Instant fair = spare ? fair(turn, now) : now;
		holdBackUntil(later(bearable(this.lists, this.perMinute, now), fair), now);
		return this.lists.add(new Call(now, turn, spare));
	}

	/**
	 * Take one call for a single incident.
	 * @return the call, to be told when it has {@link #ended}
	 * @throws DefenderException.Throttled when it has to wait
	 */
	synchronized Call takeSingle() {
		Instant now = this.clock.instant();
		holdBackUntil(bearable(this.singles, 2 * this.perMinute, now), now);
		return this.singles.add(new Call(now, SINGLE, false));
	}

	/**
	 * Hear that a call has ended. The API counts it from when it got it, which may be as
	 * late as now where a token had to be fetched first or the way was slow; so it leaves
	 * the windows that long after its end.
	 * @param call the call as it was taken
	 */
	synchronized void ended(Call call) {
		ledger(call).postpone(call, this.clock.instant());
	}

	private CallLedger ledger(Call call) {
		return (call.turn() == SINGLE) ? this.singles : this.lists;
	}

	/**
	 * Hear that a call was not made after all, because there was no token for it.
	 * @param call the call as it was taken
	 */
	synchronized void giveBack(Call call) {
		ledger(call).remove(call);
	}

	/**
	 * Make no call for a time, because the API said so.
	 * @param wait how long
	 */
	synchronized void pause(Duration wait) {
		this.pausedUntil = later(this.pausedUntil, this.clock.instant().plus(wait));
	}

	/**
	 * What is left.
	 * @return the list calls left in this minute and this hour, both 0 while the API
	 * wants a pause
	 */
	public synchronized Left left() {
		Instant now = this.clock.instant();
		if (now.isBefore(this.pausedUntil)) {
			return new Left(0, 0);
		}
		return new Left(this.perMinute - this.lists.count(now, CallLedger.MINUTE, (call) -> true),
				this.perHour - this.lists.count(now, CallLedger.HOUR, (call) -> true));
	}

	private void holdBackUntil(Instant time, Instant now) {
		if (time.isAfter(now)) {
			throw DefenderException.Throttled.heldBack(Duration.between(now, time));
		}
	}

	/**
	 * When the API would bear another call.
	 */
	private Instant bearable(CallLedger ledger, int mostPerMinute, Instant now) {
		Instant inMinute = ledger.below(mostPerMinute, now, CallLedger.MINUTE, (call) -> true);
		Instant inHour = ledger.below(this.perHour, now, CallLedger.HOUR, (call) -> true);
		return later(this.pausedUntil, later(inMinute, inHour));
	}

	/**
	 * Whether a call is none that the reader has a right to.
	 */
	private boolean isSpare(CallPriority turn, Instant now) {
		return switch (turn.urgency()) {
			case FIRST -> false;
			case AWAITED, POLL -> due(turn.reader(), now).isAfter(now);
			case FURTHER, SWEEP -> true;
		};
	}

	/**
	 * When a spare call would be fair to the other readers.
	 */
	private Instant fair(CallPriority turn, Instant now) {
		Instant due = due(turn.reader(), now);
		if (turn.urgency() == Urgency.POLL) {
			return due;
		}
		int minute = this.perMinute - Math.min(this.readers.size(), this.perMinute / 2);
		Instant free = later(spare(turn, minute, CallLedger.MINUTE, now),
				spare(turn, this.perHour / 3, CallLedger.HOUR, now));
		return (turn.urgency() == Urgency.AWAITED && due.isBefore(free)) ? due : free;
	}

	/**
	 * When a reader has its equal share of the news again.
	 */
	private Instant due(ReaderId reader, Instant now) {
		Instant served = this.lists.latest((call) -> call.isBy(reader) && call.tellsNews());
		double secondsPerCall = 1.5 * Math.max(60.0 / this.perMinute, 3600.0 / this.perHour);
		long interval = Math.round(1000 * secondsPerCall * this.readers.size());
		return (served != null) ? served.plusMillis(interval) : now;
	}

	/**
	 * When a window has a spare call for a turn.
	 */
	private Instant spare(CallPriority turn, int spare, Duration window, Instant now) {
		Call wanted = new Call(now, turn, true);
		int share = Math.max(1, switch (turn.urgency()) {
			case FURTHER -> spare * 2 / 3;
			case SWEEP -> spare / 3;
			default -> spare / 6;
		});
		Predicate<Call> alike = (call) -> call.spare() && call.isBackground() == wanted.isBackground();
		Predicate<Call> own = alike.and((call) -> call.isBy(turn.reader()));
		int left = share - this.lists.count(now, window, alike);
		return later(this.lists.below(share, now, window, alike),
				this.lists.below(Math.max(1, 2 * left), now, window, own));
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
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
