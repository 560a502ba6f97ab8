package io.watchfloor.signin.session;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Remembers for some seconds, on all nodes, ids that mean nothing any more but that
 * requests which were under way still carry: those of sessions before a sign-in, and
 * those of sign-ins that a browser had begun when one of them succeeded.
 */
public interface RecentIds {

	/**
	 * How long an id is remembered: as long as a response may take to reach the browser.
	 */
	Duration LIFETIME = Duration.ofSeconds(10);

	/**
	 * Create a memory of this process alone.
	 * @param clock tells the time
	 */
	static RecentIds inMemory(Clock clock) {
		return new RecentIdsInMemory(clock);
	}

	/**
	 * Remember an id.
	 * @param id the id
	 * @param uses how many requests may carry it
	 */
	void add(String id, int uses);

	/**
	 * Return whether one more request may carry an id, and count it.
	 * @param id the id
	 * @return whether it is remembered, and fewer requests have carried it than may
	 */
	boolean use(String id);

	/**
	 * Remember the sign-ins that a browser had begun when one of them succeeded.
	 * @param succeeded the one that did, or {@code null}
	 * @param begun all of them
	 * @param uses how many requests may carry each
	 * @param analyst who signed in
	 * @return whether it is the first: of several sign-ins of one browser and analyst
	 * that succeed at the same time, on whichever nodes, one is told so
	 */
	boolean signedIn(@Nullable String succeeded, List<String> begun, int uses, String analyst);

}
