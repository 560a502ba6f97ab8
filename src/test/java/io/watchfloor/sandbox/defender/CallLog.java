package io.watchfloor.sandbox.defender;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.watchfloor.sandbox.defender.DefenderControls.Call;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Which calls came: the count of all, and the newest ones themselves.
 */
final class CallLog {

	private static final int KEPT = 10_000;

	private final Clock clock;

	private final Deque<Call> calls = new ArrayDeque<>();

	private long count;

	CallLog(Clock clock) {
		this.clock = clock;
	}

	synchronized void add(HttpServletRequest request) {
		this.count++;
		this.calls.addLast(new Call(this.clock.instant(), request.getMethod(), request.getRequestURI(),
				request.getQueryString(), request.getHeader("Authorization") != null));
		if (this.calls.size() > KEPT) {
			this.calls.removeFirst();
		}
	}

	synchronized List<Call> calls() {
		return List.copyOf(this.calls);
	}

	synchronized long count() {
		return this.count;
	}

	synchronized void clear() {
		this.calls.clear();
		this.count = 0;
	}

}
