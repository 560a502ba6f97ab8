package io.watchfloor.defender.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.watchfloor.defender.shared.SharedLog.Answer;
import io.watchfloor.defender.shared.SharedLog.Line;
import io.watchfloor.defender.shared.SharedLog.NewLine;
import io.watchfloor.defender.shared.SharedLog.Question;
import org.jspecify.annotations.Nullable;

/**
 * What a node knows of the log, and what the log does not know yet. For one thread at a
 * time.
 *
 * @param <T> the type of what is recorded of a call
 */
final class LedgerCopy<T> {

	private final String node = newId();

	private final Ledger<T> ledger = new Ledger<>();

	private final Map<String, Instant> pauses = new HashMap<>();

	private final Nodes nodes = new Nodes();

	private final List<Unsent> unsent = new ArrayList<>();

	private final Clock clock;

	private final LineFormat<T> format;

	/**
	 * How far the log's clock is ahead of this node's, or a little less: the answer takes
	 * time to come.
	 */
	private Duration ahead = Duration.ZERO;

	private long newCalls;

	private String log = "";

	private String position = "";

	private boolean begin;

	LedgerCopy(Clock clock, LineFormat<T> format) {
		this.clock = clock;
		this.format = format;
	}

	/**
	 * Return an id that no other node returns.
	 */
	private static String newId() {
		return Long.toUnsignedString(UUID.randomUUID().getMostSignificantBits(), Character.MAX_RADIX);
	}

	String node() {
		return this.node;
	}

	/**
	 * Return the id of a new call, by which it is known as one of this node.
	 */
	String newCall() {
		return this.node + '-' + Long.toString(this.newCalls++, Character.MAX_RADIX);
	}

	private boolean isOwn(Entry<T> entry) {
		return entry.id().startsWith(this.node + '-');
	}

	Ledger<T> ledger() {
		return this.ledger;
	}

	Nodes nodes() {
		return this.nodes;
	}

	/**
	 * Return the time by the log's clock, or a moment before.
	 */
	Instant now() {
		return this.clock.instant().plus(this.ahead);
	}

	Instant pausedUntil(String scope) {
		return this.pauses.getOrDefault(scope, Instant.MIN);
	}

	/**
	 * Record a call that does not stand in the log.
	 * @param line whether to write it there
	 */
	Entry<T> take(String id, T what, boolean line) {
		Entry<T> entry = new Entry<>(id, now(), what, false);
		this.ledger.put(entry);
		if (line) {
			send(taken(id, what));
		}
		return entry;
	}

	/**
	 * Move a call to now.
	 * @return whether it was recorded
	 */
	boolean end(String id) {
		Entry<T> entry = this.ledger.find(id);
		if (entry != null) {
			this.ledger.put(entry.at(now()));
		}
		return entry != null;
	}

	void pause(String scope, Duration length) {
		pauseUntil(scope, now().plus(length));
	}

	private void pauseUntil(String scope, Instant time) {
		this.pauses.merge(scope, time, (one, other) -> one.isAfter(other) ? one : other);
	}

	/**
	 * Add a line to the log the next time that it is asked.
	 */
	void send(String line) {
		this.unsent.add(new Unsent(this.clock.instant(), line));
	}

	String taken(String id, T what) {
		return LogLine.taken(id, this.format.write(what));
	}

	/**
	 * Return what to ask the log.
	 * @param proposal a line that is only to be added if everything is known here, or
	 * {@code null}
	 * @param decidedAt when it was decided on
	 */
	Question question(@Nullable String proposal, Instant decidedAt) {
		Instant now = this.clock.instant();
		this.unsent.removeIf((line) -> line.time().isBefore(now.minus(Ledger.HOUR)));
		List<NewLine> lines = this.unsent.stream()
			.map((line) -> new NewLine(nonNegative(Duration.between(line.time(), now)), line.text()))
			.toList();
		return new Question(this.node, this.log, this.position, this.begin ? newId() : null, lines, proposal,
				decidedAt);
	}

	/**
	 * Add what the log told.
	 * @param answer the answer to a question
	 * @param sent how many lines the question had
	 */
	void merge(Answer answer, int sent) {
		this.begin = false;
		this.unsent.subList(0, sent).clear();
		this.ahead = Duration.between(this.clock.instant(), answer.now());
		this.position = answer.position();
		boolean other = !answer.log().equals(this.log);
		boolean afresh = other && !this.log.isEmpty();
		if (other) {
			this.log = answer.log();
			this.ledger.forgetLog((entry) -> true);
			this.nodes.newLog();
		}
		answer.lines().forEach((line) -> merge(line, afresh));
		if (other) {
			sendWhatTheLogLacks();
		}
		else {
			this.nodes.heard(answer.nodes().values());
		}
	}

	private void merge(Line written, boolean keepsLater) {
		LogLine line = LogLine.of(written.text());
		if (line == null) {
			return;
		}
		switch (line.kind()) {
			case TAKEN -> mergeCall(line, written.time(), keepsLater);
			case ENDED -> {
				Entry<T> entry = this.ledger.find(line.id());
				if (entry != null) {
					this.ledger.put(entry.at(written.time()));
				}
			}
			case REMOVED -> this.ledger.remove(line.id());
			case PAUSED -> pauseUntil(line.id(), written.time().plus(line.pause()));
		}
	}

	/**
	 * Record a call of the log. Where another node put back what it knew of an earlier
	 * log, this one may know better when the call ended.
	 */
	private void mergeCall(LogLine line, Instant time, boolean keepsLater) {
		T what = this.format.read(line.rest());
		if (what == null) {
			return;
		}
		Entry<T> known = this.ledger.find(line.id());
		if (keepsLater && known != null && known.time().isAfter(time)) {
			this.ledger.put(known.shared(true));
			this.unsent.add(new Unsent(known.time().minus(this.ahead), LogLine.ended(line.id())));
		}
		else {
			this.ledger.put(new Entry<>(line.id(), time, what, true));
		}
	}

	/**
	 * Take no call of this node as one that stands in the log which the other nodes may
	 * not have seen there, because the log is lost.
	 * @param heard after which time all others have seen one
	 */
	void loseLog(Duration heard) {
		Instant since = now().minus(heard);
		this.ledger.forgetLog((entry) -> isOwn(entry) && !entry.time().isBefore(since));
	}

	/**
	 * Begin a log with the next question, because there is none, and put there all that
	 * is known.
	 */
	void begin() {
		this.begin = true;
		this.ledger.forgetLog((entry) -> true);
		sendWhatTheLogLacks();
	}

	private void sendWhatTheLogLacks() {
		Instant hourAgo = now().minus(Ledger.HOUR);
		this.ledger.all()
			.stream()
			.filter((entry) -> !entry.shared() && entry.time().isAfter(hourAgo))
			.forEach((entry) -> this.unsent
				.add(new Unsent(entry.time().minus(this.ahead), taken(entry.id(), entry.what()))));
		this.pauses.forEach((scope, end) -> {
			if (end.isAfter(now())) {
				send(LogLine.paused(scope, Duration.between(now(), end)));
			}
		});
	}

	private static Duration nonNegative(Duration time) {
		return time.isNegative() ? Duration.ZERO : time;
	}

	/**
	 * A line that the log does not have.
	 *
	 * @param time when that was which it tells of, by the clock of this node
	 * @param text the line
	 */
	private record Unsent(Instant time, String text) {
	}

}
