package io.watchfloor.defender;

import io.watchfloor.defender.shared.LineFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a call that the budget let through.
 *
 * @param kind what it is for
 * @param priority the reader and the urgency
 * @param due whether it was due, and so used none of the spare calls
 */
record Call(Kind kind, CallPriority priority, boolean due) {

	/**
	 * Writes a call as its kind, its urgency, whether it was due, and its reader.
	 */
	static final LineFormat<Call> FORMAT = new Format();

	static Call ofList(CallPriority priority, boolean due) {
		return new Call(Kind.LIST, priority, due);
	}

	static Call ofSingle(ReaderId reader) {
		return new Call(Kind.SINGLE, new CallPriority(reader, Urgency.AWAITED), true);
	}

	static Call ofWrite(ReaderId reader) {
		return new Call(Kind.WRITE, new CallPriority(reader, Urgency.AWAITED), true);
	}

	/**
	 * Record that a reader has to wait for a list call, so that the other nodes count it
	 * among those at work.
	 */
	static Call ofWaiting(ReaderId reader) {
		return new Call(Kind.NONE, new CallPriority(reader, Urgency.AWAITED), true);
	}

	boolean is(Kind other) {
		return this.kind == other;
	}

	/**
	 * Whether the call was made for the same analyst, be it on another node.
	 */
	boolean isBy(ReaderId reader) {
		return this.priority.reader().name().equals(reader.name());
	}

	boolean isSpare(Urgency urgency) {
		return this.kind == Kind.LIST && !this.due && this.priority.urgency() == urgency;
	}

	/**
	 * Whether a list call was made, or asked for.
	 */
	boolean wantsList() {
		return this.kind == Kind.LIST || this.kind == Kind.NONE;
	}

	/**
	 * Whether the call read the newest incidents or changes for a reader's queue.
	 */
	boolean readsNewsOf(ReaderId reader) {
		return this.kind == Kind.LIST && this.priority.isNews() && this.priority.reader().equals(reader);
	}

	/**
	 * Whether the call completed what another one had read.
	 */
	boolean follows() {
		return this.priority.urgency() == Urgency.FOLLOWING;
	}

	/**
	 * What a call is for.
	 */
	enum Kind {

		/**
		 * Reads a list.
		 */
		LIST,

		/**
		 * Reads a single incident.
		 */
		SINGLE,

		/**
		 * Writes.
		 */
		WRITE,

		/**
		 * Was not made.
		 */
		NONE

	}

	private static final class Format implements LineFormat<Call> {

		private static final int WORDS = 5;

		private static final String DUE = "due";

		@Override
		public String write(Call call) {
			return String.join(" ", call.kind.name(), call.priority.urgency().name(), call.due ? DUE : "spare",
					call.priority.reader().name(), call.priority.reader().queue());
		}

		@Override
		public @Nullable Call read(String line) {
			String[] words = line.split(" ", WORDS);
			try {
				return (words.length == WORDS) ? new Call(Kind.valueOf(words[0]),
						new CallPriority(new ReaderId(words[3], words[4]), Urgency.valueOf(words[1])),
						DUE.equals(words[2])) : null;
			}
			catch (IllegalArgumentException ex) {
				// A node of another version knows more kinds or urgencies
				return null;
			}
		}

	}

}
