package io.watchfloor.defender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import io.watchfloor.defender.Call.Kind;
import io.watchfloor.defender.shared.Entry;
import io.watchfloor.defender.shared.Ledger;
import io.watchfloor.defender.shared.SharedLedger;

/**
 * Keeps the calls of all analysts within the API's quota: the first page of a queue and
 * news in a reader's turn may use the whole quota; any other list call waits until the
 * share of its {@link Urgency} has room, of which no reader takes more than three
 * quarters of what the others leave.
 * <p>
 * A reader is one analyst's queue. Its turn comes when its last news is older than it
 * takes to serve every reader at work once, with 25 readers 90 s: two thirds of what can
 * be sustained, here 17 calls a minute or 1,000 an hour, are kept for that, in equal
 * parts. So nobody can be starved, however others click and whenever they poll. The rest
 * of the quota, 33 calls a minute and 500 an hour, is shared out by urgency. In the
 * minute every call counts, so that what is less urgent makes way in a rush; in the hour
 * each urgency has calls of its own.
 * <table>
 * <caption>Who may make a list call when, with the numbers for 50 calls a minute and
 * 1,500 an hour</caption>
 * <tr>
 * <th>urgency</th>
 * <th>may use the whole quota</th>
 * <th>otherwise waits until all calls of the last minute are fewer than</th>
 * <th>and those of its own share in the last hour fewer than</th>
 * </tr>
 * <tr>
 * <td>{@link Urgency#FIRST}</td>
 * <td>always</td>
 * <td>–</td>
 * <td>–</td>
 * </tr>
 * <tr>
 * <td>{@link Urgency#AWAITED}</td>
 * <td>in the reader's turn</td>
 * <td>17 + 80 % of 33 = 43</td>
 * <td>15 % of 500 = 75</td>
 * </tr>
 * <tr>
 * <td>{@link Urgency#POLL}</td>
 * <td>in the reader's turn</td>
 * <td>never</td>
 * <td>never</td>
 * </tr>
 * <tr>
 * <td>{@link Urgency#FOLLOWING}</td>
 * <td>always, but the reader's turn comes later for it</td>
 * <td>–</td>
 * <td>–</td>
 * </tr>
 * <tr>
 * <td>{@link Urgency#FURTHER}</td>
 * <td>never</td>
 * <td>17 + 60 % of 33 = 37</td>
 * <td>65 % of 500 = 325</td>
 * </tr>
 * <tr>
 * <td>{@link Urgency#SWEEP}</td>
 * <td>never</td>
 * <td>17 + 10 % of 33 = 20</td>
 * <td>20 % of 500 = 100</td>
 * </tr>
 * </table>
 * The API counts calls per application and tenant, so all analysts draw on one budget,
 * whichever node serves them. A call over the limit is not sent, because the API counts
 * it too and refuses for longer.
 * <p>
 * Reading a single incident has a limit of its own at the API, twice the list's a minute
 * and the same an hour, and therefore a budget of its own here, of which no reader takes
 * more than half of what the others leave, in the minute and in the hour. So one reader
 * alone may open 50 incidents a minute and 750 an hour, and as many are left for the
 * others. Microsoft Graph has one quota for all calls: there, single incidents count like
 * lists, no reader takes more than half of what the single incidents of the others leave,
 * and two fifths of what can be sustained are kept for news, because reading back takes
 * two to three calls where the Defender API takes one: with 100 calls a minute and 25
 * readers a turn comes every 38 s, and as much later for each call that completes the
 * last one. Where an hour allows what its minutes do, it has no shares. A pause that the
 * API asks for holds for both, and for writes, which have a {@link WriteBudget}.
 *
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/api-list-incidents">List
 * incidents API: limitations</a>
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/api-get-incident">Get
 * incident API: limitations</a>
 */
public final class CallBudget {

	/**
	 * The most that one reader takes of the single calls that the others leave.
	 */
	private static final double LARGEST_PART_OF_SINGLES = 1.0 / 2;

	/**
	 * The part of the calls that can be sustained which is kept for news that is due.
	 */
	private static final double DUE_PART = 2.0 / 3;

	/**
	 * The same where single incidents count like lists.
	 */
	private static final double DUE_PART_OF_ALL = 2.0 / 5;

	private static final Predicate<Call> LISTS = (call) -> call.is(Kind.LIST);

	private static final Predicate<Call> SINGLES = (call) -> call.is(Kind.SINGLE);

	/**
	 * How long to wait when it could not be found out in time whether there is room.
	 */
	private static final Duration BUSY = Duration.ofSeconds(1);

	private static final String PAUSE = "reads";

	private final SharedLedger<Call> calls;

	/**
	 * The calls that the quota for lists is for.
	 */
	private final Predicate<Call> counted;

	private final boolean singlesApart;

	private final FairShares shares;

	private final int perMinute;

	private final int perHour;

	/**
	 * Create a budget of one node, of which nothing is used.
	 * @param perMinute the most list calls in any minute, at least 1
	 * @param perHour the most list calls in any hour, at least 1
	 * @param clock the source of the present time
	 */
	CallBudget(int perMinute, int perHour, Clock clock) {
		this(perMinute, perHour, true, SharedLedger.of(clock, Call.FORMAT, null));
	}

	/**
	 * Create a budget.
	 * @param perMinute the most list calls in any minute, at least 1
	 * @param perHour the most list calls in any hour, at least 1
	 * @param singlesApart whether calls for single incidents have a quota of their own,
	 * twice as many a minute and as many an hour; otherwise they count like list calls
	 * @param calls the calls that were made, be it by other nodes
	 */
	CallBudget(int perMinute, int perHour, boolean singlesApart, SharedLedger<Call> calls) {
		this.calls = calls;
		this.counted = singlesApart ? LISTS : LISTS.or(SINGLES);
		this.singlesApart = singlesApart;
		this.shares = new FairShares(this.counted, perMinute, perHour, singlesApart ? DUE_PART : DUE_PART_OF_ALL);
		this.perMinute = perMinute;
		this.perHour = perHour;
	}

	/**
	 * Take a list call.
	 * @param priority the reader that makes it and its urgency
	 * @return the call, to be passed to {@link #ended} or {@link #giveBack}
	 * @throws DefenderException.Throttled when the call has to wait
	 */
	Entry<Call> take(CallPriority priority) {
		return take(this.calls, (known, now) -> {
			this.shares.seen(priority.reader(), now);
			Instant due = this.shares.dueAt(known, priority, now);
			boolean isDue = !due.isAfter(now);
			Instant fair = isDue ? now : earlier(due, this.shares.spareAt(known, priority, now));
			Instant time = later(quotaAt(known, now), fair);
			if (time.isAfter(now) && this.shares.isNewToOthers(known, priority.reader(), now)) {
				this.calls.note(Call.ofWaiting(priority.reader()));
			}
			requireNoWait(time, now);
			return Call.ofList(priority, isDue);
		});
	}

	/**
	 * Take a call for a single incident.
	 * @param reader the reader that makes it
	 * @return the call, to be passed to {@link #ended} or {@link #giveBack}
	 * @throws DefenderException.Throttled when the call has to wait
	 */
	Entry<Call> takeSingle(ReaderId reader) {
		return take(this.calls, (known, now) -> {
			Instant inMinute = singleAt(known, reader, this.singlesApart ? 2 * this.perMinute : this.perMinute,
					Ledger.MINUTE, now);
			Instant inHour = singleAt(known, reader, this.perHour, Ledger.HOUR, now);
			Instant quota = this.singlesApart ? pausedUntil() : quotaAt(known, now);
			requireNoWait(later(quota, later(inMinute, inHour)), now);
			return Call.ofSingle(reader);
		});
	}

	private static Instant singleAt(Ledger<Call> known, ReaderId reader, int most, Duration window, Instant now) {
		return known.roomAt((call) -> call.isBy(reader), LARGEST_PART_OF_SINGLES, most, now, window, SINGLES);
	}

	/**
	 * Take a call.
	 * @param calls the calls that were made
	 * @param decision decides on it
	 * @return the call
	 * @throws DefenderException.Throttled when the call has to wait
	 */
	static Entry<Call> take(SharedLedger<Call> calls, BiFunction<Ledger<Call>, Instant, Call> decision) {
		Entry<Call> taken = calls.take(decision);
		if (taken == null) {
			throw DefenderException.Throttled.heldBack(BUSY);
		}
		return taken;
	}

	/**
	 * Count a call from now, because it has ended. The API counts it from when it got it,
	 * which may be as late as now where a token had to be fetched first or the way was
	 * slow.
	 * @param call the call as it was taken
	 */
	void ended(Entry<Call> call) {
		this.calls.end(call);
	}

	/**
	 * Give back a call that was not made, because there was no token for it.
	 * @param call the call as it was taken
	 */
	void giveBack(Entry<Call> call) {
		this.calls.remove(call);
	}

	/**
	 * Let no call through for a time, because the API asked for it. A shorter pause does
	 * not end a longer one.
	 * @param wait the time to wait, from now
	 */
	void pause(Duration wait) {
		this.calls.pause(PAUSE, wait);
	}

	/**
	 * Return when the pause that the API asked for ends.
	 * @return the time, in the past when there is no pause
	 */
	Instant pausedUntil() {
		return this.calls.pausedUntil(PAUSE);
	}

	/**
	 * Return the list calls that are left of the quota: of all nodes together, or of what
	 * is this node's while they do not hear of each other.
	 * @return the calls left in this minute and this hour, both 0 during a pause
	 */
	public Left left() {
		return this.calls.read((known, now) -> {
			if (now.isBefore(pausedUntil())) {
				return new Left(0, 0);
			}
			return new Left(known.left(this.perMinute, now, Ledger.MINUTE, this.counted),
					known.left(this.perHour, now, Ledger.HOUR, this.counted));
		});
	}

	/**
	 * Return the calls that were made, those of the {@link WriteBudget} included.
	 */
	SharedLedger<Call> calls() {
		return this.calls;
	}

	private Instant quotaAt(Ledger<Call> known, Instant now) {
		Instant inMinute = known.roomAt(this.perMinute, now, Ledger.MINUTE, this.counted);
		Instant inHour = known.roomAt(this.perHour, now, Ledger.HOUR, this.counted);
		return later(pausedUntil(), later(inMinute, inHour));
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static void requireNoWait(Instant time, Instant now) {
		if (time.isAfter(now)) {
			throw DefenderException.Throttled.heldBack(Duration.between(now, time));
		}
	}

	/**
	 * The list calls that are left.
	 *
	 * @param thisMinute the calls left in this minute, at least 0
	 * @param thisHour the calls left in this hour, at least 0
	 */
	public record Left(int thisMinute, int thisHour) {
	}

}
