package io.watchfloor.defender.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The log that all nodes add to. It has a clock of its own, by which its lines are dated,
 * and keeps them for somewhat more than an hour.
 */
public interface SharedLog {

	/**
	 * Add lines to the log and return those that a node has not seen, in one step. Also
	 * notes that the node is at work, if it knows this log or begins it.
	 * @param question what the node adds and how far it has seen the log
	 * @return what it has not seen
	 * @throws SharedLogException when there is no answer in time; whether the lines were
	 * added is not known then
	 */
	Answer exchange(Question question) throws SharedLogException;

	/**
	 * Note that a node is no longer at work. Where that fails, the others find out.
	 * @param node identifies the node
	 */
	void leave(String node);

	/**
	 * What a node adds, and what it has seen. The proposal is only added if the node has
	 * seen everything and decided on it at a time that is not ahead of the log's clock;
	 * the lines always, unless there is no log and none is to begin.
	 *
	 * @param node identifies the node
	 * @param log identifies the log that the node has seen, empty when it has seen none
	 * @param position up to where it has seen it, empty for nothing
	 * @param begin identifies the log that is to begin if there is none, or {@code null}
	 * @param lines the lines, in order
	 * @param proposal the line that is added on that condition, or {@code null}
	 * @param decidedAt when the node decided on the proposal, by the log's clock
	 */
	record Question(String node, String log, String position, @Nullable String begin, List<NewLine> lines,
			@Nullable String proposal, Instant decidedAt) {
	}

	/**
	 * A line to be added.
	 *
	 * @param age how long ago that was which it tells of, from 0
	 * @param text the line
	 */
	record NewLine(Duration age, String text) {
	}

	/**
	 * What a node has not seen.
	 *
	 * @param now the time by the log's clock, which never goes back
	 * @param log identifies the log: another one than the node knows is one that began
	 * afresh, of which the lines are all there are; empty when there is none
	 * @param age for how long this log has been there
	 * @param position up to where the node has seen it now
	 * @param accepted whether the proposal was added
	 * @param nodes how long ago each node was last heard of; those that were not for
	 * {@link Nodes#REMEMBERED} are missing
	 * @param lines the lines, in order, with those that were just added
	 */
	record Answer(Instant now, String log, Duration age, String position, boolean accepted, Map<String, Duration> nodes,
			List<Line> lines) {
	}

	/**
	 * A line of the log.
	 *
	 * @param time when that was which it tells of, by the log's clock
	 * @param text the line
	 */
	record Line(Instant time, String text) {
	}

	/**
	 * Thrown when the log cannot be reached.
	 */
	final class SharedLogException extends Exception {

		private static final long serialVersionUID = 1L;

		/**
		 * Create one.
		 * @param message the reason, for the operator
		 * @param cause the cause
		 */
		public SharedLogException(String message, Throwable cause) {
			super(message, cause);
		}

	}

}
