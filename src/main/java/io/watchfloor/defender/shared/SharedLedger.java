package io.watchfloor.defender.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

import io.watchfloor.defender.shared.SharedLog.Answer;
import io.watchfloor.defender.shared.SharedLog.Question;
import io.watchfloor.defender.shared.SharedLog.SharedLogException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger of all calls, kept by one node alone or by several as one. Thread-safe.
 * <p>
 * Several nodes agree by a {@link SharedLog}. Each has a copy of the ledger, made from
 * the log, and decides on a call by that. The log takes the call only if the node had
 * seen everything; otherwise it tells what was missing, and the node decides again. So
 * all nodes together keep to the limits of one, and are as fair. What is decided against
 * costs no question, for what a node has not seen can hardly be in favour of the call.
 * <p>
 * A node that does not reach the log gives out its share of what was left, by what it
 * knows, until {@link #synchronize} reaches it again; one that has never reached it gives
 * out nothing. What a node did meanwhile is then added to the log, or all that it knows
 * to a log that was lost. The others leave it its share as soon as they miss it. All
 * times are by the clock of the log.
 *
 * @param <T> the type of what is recorded of a call
 */
public final class SharedLedger<T> {

	private static final Logger logger = LoggerFactory.getLogger(SharedLedger.class);

	/**
	 * For how long a call may try to get into the log, before the last question, which
	 * takes half a second at most.
	 */
	private static final Duration PATIENCE = Duration.ofMillis(800);

	private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(3);

	/**
	 * After which time all others have heard of a call, and time to spare.
	 */
	private static final Duration HEARD = USUAL_PAUSE.multipliedBy(3);

	private final @Nullable SharedLog log;

	/**
	 * Also the lock for itself. It is never held while the log is asked.
	 */
	private final LedgerCopy<T> copy;

	/**
	 * Held while the log is asked.
	 */
	private final ReentrantLock asking = new ReentrantLock();

	private final Semaphore news = new Semaphore(0);

	private volatile boolean reached;

	/**
	 * Whether this node has ever known what others did.
	 */
	private volatile boolean informed;

	/**
	 * Whether the operator was told so.
	 */
	private boolean failed;

	private SharedLedger(Clock clock, LineFormat<T> format, @Nullable SharedLog log) {
		this.copy = new LedgerCopy<>(clock, format);
		this.log = log;
		this.informed = (log == null);
		if (log != null) {
			this.copy.ledger().allow(this.copy.nodes().withoutLog());
		}
	}

	/**
	 * Create an empty ledger.
	 * @param clock the clock of this node
	 * @param format how what is recorded stands in the log
	 * @param log the log that this node shares with others, which {@link #synchronize}
	 * has to reach first, or {@code null} where there is one node
	 */
	public static <T> SharedLedger<T> of(Clock clock, LineFormat<T> format, @Nullable SharedLog log) {
		return new SharedLedger<>(clock, format, log);
	}

	/**
	 * Record a call that is allowed.
	 * @param decision returns what to record, from the ledger and the present time, or
	 * throws an exception if the call is not allowed; may be asked more than once
	 * @return what was recorded, or {@code null} when the log was too busy to take it in
	 * about a second, or this node has never reached it
	 */
	public @Nullable Entry<T> take(BiFunction<Ledger<T>, Instant, T> decision) {
		if (!this.informed) {
			return null;
		}
		String id = newCall();
		long end = System.nanoTime() + PATIENCE.toNanos();
		boolean maybeInLog = false;
		while (this.reached) {
			if (!lock(end)) {
				return null;
			}
			try {
				if (this.reached && ask(proposal(id, decision))) {
					return find(id);
				}
			}
			catch (SharedLogException ex) {
				maybeInLog = true;
				lost(ex);
			}
			finally {
				this.asking.unlock();
			}
		}
		return takeWithoutLog(id, decision, maybeInLog);
	}

	private String newCall() {
		synchronized (this.copy) {
			return this.copy.newCall();
		}
	}

	private boolean lock(long end) {
		try {
			long left = end - System.nanoTime();
			return left > 0 && this.asking.tryLock(left, TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private Question proposal(String id, BiFunction<Ledger<T>, Instant, T> decision) {
		synchronized (this.copy) {
			Instant now = this.copy.now();
			T what = decision.apply(this.copy.ledger(), now);
			return this.copy.question(this.copy.taken(id, what), now);
		}
	}

	private @Nullable Entry<T> find(String id) {
		synchronized (this.copy) {
			return this.copy.ledger().find(id);
		}
	}

	private Entry<T> takeWithoutLog(String id, BiFunction<Ledger<T>, Instant, T> decision, boolean maybeInLog) {
		synchronized (this.copy) {
			try {
				return this.copy.take(id, decision.apply(this.copy.ledger(), this.copy.now()), this.log != null);
			}
			catch (RuntimeException ex) {
				if (maybeInLog) {
					this.copy.send(LogLine.removed(id));
				}
				throw ex;
			}
		}
	}

	/**
	 * Record something that needs no permission. One node alone does not need it.
	 * @param what what is recorded
	 */
	public void note(T what) {
		if (this.log != null) {
			synchronized (this.copy) {
				this.copy.take(this.copy.newCall(), what, true);
			}
		}
	}

	/**
	 * Count a call from now, because it has ended.
	 * @param call the call as it was recorded; nothing happens when it no longer is
	 */
	public void end(Entry<T> call) {
		synchronized (this.copy) {
			if (this.copy.end(call.id())) {
				send(LogLine.ended(call.id()));
			}
		}
	}

	/**
	 * Remove a call that was not made.
	 * @param call the call as it was recorded
	 */
	public void remove(Entry<T> call) {
		synchronized (this.copy) {
			this.copy.ledger().remove(call.id());
			send(LogLine.removed(call.id()));
		}
	}

	/**
	 * Note that the API asked for a pause. A shorter one does not end a longer one.
	 * @param scope which calls it is for, a word
	 * @param length how long it is, from now, an hour at most
	 */
	public void pause(String scope, Duration length) {
		synchronized (this.copy) {
			this.copy.pause(scope, length);
			send(LogLine.paused(scope, length));
		}
	}

	private void send(String line) {
		if (this.log != null) {
			this.copy.send(line);
			this.news.release();
		}
	}

	/**
	 * Return when the pause that the API asked for ends.
	 * @param scope which calls it is for
	 * @return the time, in the past when there is no pause
	 */
	public Instant pausedUntil(String scope) {
		synchronized (this.copy) {
			return this.copy.pausedUntil(scope);
		}
	}

	/**
	 * Return the part of the limits that this node may use.
	 * @return the part, at most 1; see {@link Ledger#part}. It is 0 until this node knows
	 * what others did
	 */
	public double part() {
		return this.informed ? read((ledger, now) -> ledger.part()) : 0;
	}

	/**
	 * Read the ledger.
	 * @param reading reads the ledger at the present time
	 * @return what the function returned
	 */
	public <R> R read(BiFunction<Ledger<T>, Instant, R> reading) {
		synchronized (this.copy) {
			return reading.apply(this.copy.ledger(), this.copy.now());
		}
	}

	/**
	 * Tell the log what it does not know, and find out what is new there. To be called
	 * all the time where several nodes share the ledger, by one thread.
	 */
	public void synchronize() {
		this.news.drainPermits();
		this.asking.lock();
		try {
			ask(question());
		}
		catch (SharedLogException ex) {
			lost(ex);
		}
		finally {
			this.asking.unlock();
		}
	}

	private Question question() {
		synchronized (this.copy) {
			return this.copy.question(null, this.copy.now());
		}
	}

	/**
	 * Ask the log. Where there is none, or another one than this node knew, ask again:
	 * only with what that lacks does it count this node as one of those at work.
	 * @return whether the proposal was added
	 */
	private boolean ask(Question first) throws SharedLogException {
		Question question = first;
		Answer answer = exchange(question);
		while (answer.log().isEmpty() || !answer.log().equals(question.log())) {
			question = question();
			answer = exchange(question);
		}
		reached(answer);
		return answer.accepted();
	}

	private Answer exchange(Question question) throws SharedLogException {
		Answer answer = Objects.requireNonNull(this.log).exchange(question);
		synchronized (this.copy) {
			if (answer.log().isEmpty()) {
				this.copy.begin();
			}
			else {
				this.copy.merge(answer, question.lines().size());
			}
		}
		return answer;
	}

	private void reached(Answer answer) {
		synchronized (this.copy) {
			this.copy.ledger().allow(this.copy.nodes().withLog(answer.age()));
			this.informed = true;
			this.reached = true;
			if (this.failed) {
				this.failed = false;
				logger.info("The API's quota is shared again, by {} nodes", this.copy.nodes().count());
			}
		}
	}

	private void lost(SharedLogException failure) {
		synchronized (this.copy) {
			if (this.reached) {
				this.reached = false;
				this.copy.loseLog(HEARD);
			}
			this.copy.ledger().allow(this.copy.nodes().withoutLog());
			if (!this.failed) {
				this.failed = true;
				logger.warn("The API's quota cannot be shared ({}): this node keeps to {} % of what is left of it",
						failure.getMessage(), Math.round(100 * part()));
			}
		}
	}

	/**
	 * Wait until it is time for {@link #synchronize}.
	 * @throws InterruptedException when the thread is interrupted
	 */
	public void awaitNews() throws InterruptedException {
		if (this.reached) {
			this.news.tryAcquire(USUAL_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
		}
		else {
			TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE.toMillis());
		}
	}

	/**
	 * Tell the other nodes that this one makes no more calls.
	 */
	public void leave() {
		if (this.log != null) {
			this.log.leave(this.copy.node());
		}
	}

}
