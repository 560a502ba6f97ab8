package io.watchfloor.defender.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.defender.shared.Nodes;
import io.watchfloor.defender.shared.SharedLog;

/**
 * A log with the semantics of the one in Redis, for tests that hold the time.
 */
public final class LogInMemory implements SharedLog {

	private final Clock clock;

	private final List<Line> lines = new ArrayList<>();

	private final Map<String, Instant> nodes = new HashMap<>();

	private String name = "";

	private Instant begun = Instant.MIN;

	private boolean away;

	private boolean losesAnswers;

	private int questions;

	/**
	 * A log that has not begun.
	 * @param clock its clock
	 */
	public LogInMemory(Clock clock) {
		this.clock = clock;
	}

	/**
	 * A log that began long ago, so that nobody else is expected to come back to it.
	 * @param clock its clock
	 */
	public static LogInMemory old(Clock clock) {
		LogInMemory log = new LogInMemory(clock);
		log.name = "old";
		return log;
	}

	@Override
	public Answer exchange(Question question) throws SharedLogException {
		this.questions++;
		if (this.away) {
			throw new SharedLogException("away", new IllegalStateException());
		}
		Answer answer = answer(question);
		if (this.losesAnswers) {
			throw new SharedLogException("the answer was lost", new IllegalStateException());
		}
		return answer;
	}

	private Answer answer(Question question) {
		Instant now = this.clock.instant();
		boolean begins = this.name.isEmpty();
		if (begins) {
			if (question.begin() == null) {
				return new Answer(now, "", Duration.ZERO, "", false, Map.of(), List.of());
			}
			this.name = question.begin();
			this.begun = now;
		}
		boolean known = this.name.equals(question.log()) && !question.position().isEmpty();
		int from = known ? Integer.parseInt(question.position()) : 0;
		boolean seenAll = this.name.equals(question.log()) && from == this.lines.size();
		question.lines().forEach((line) -> this.lines.add(new Line(now.minus(line.age()), line.text())));
		boolean accepted = question.proposal() != null && seenAll && !question.decidedAt().isAfter(now);
		if (accepted) {
			this.lines.add(new Line(now, String.valueOf(question.proposal())));
		}
		if (begins || this.name.equals(question.log())) {
			this.nodes.put(question.node(), now);
		}
		this.nodes.values().removeIf((heard) -> heard.isBefore(now.minus(Nodes.REMEMBERED)));
		Map<String, Duration> ago = new HashMap<>();
		this.nodes.forEach((node, heard) -> ago.put(node, Duration.between(heard, now)));
		Duration age = this.begun.equals(Instant.MIN) ? Duration.ofDays(1) : Duration.between(this.begun, now);
		return new Answer(now, this.name, age, String.valueOf(this.lines.size()), accepted, ago,
				List.copyOf(this.lines.subList(from, this.lines.size())));
	}

	@Override
	public void leave(String node) {
		this.nodes.remove(node);
	}

	/**
	 * Let it answer nobody.
	 */
	public void goAway() {
		this.away = true;
	}

	/**
	 * Let it do what it is asked for, but nobody hear of it.
	 */
	public void loseAnswers() {
		this.losesAnswers = true;
	}

	/**
	 * Let it answer again.
	 */
	public void comeBack() {
		this.away = false;
		this.losesAnswers = false;
	}

	/**
	 * Let it answer again and hold nothing.
	 */
	public void comeBackEmpty() {
		this.away = false;
		this.name = "";
		this.lines.clear();
		this.nodes.clear();
	}

	/**
	 * How often it was asked.
	 */
	public int questions() {
		return this.questions;
	}

}
