package io.watchfloor.signin.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.watchfloor.signin.redis.RedisSessionIndex.Entry;
import io.watchfloor.signin.session.OpenSession;
import io.watchfloor.signin.session.SessionDataKeys;
import io.watchfloor.signin.session.SessionExpired;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.session.SessionRepository;

/**
 * Looks every few seconds for what happened to sessions elsewhere: notices those that
 * ended without a request, forgets what this node keeps for those that ended on another
 * one, and counts the rest. Each node does so by itself, so that it matters to none
 * whether another one died.
 */
final class SessionSweep implements InitializingBean, DisposableBean {

	/**
	 * A session is gone when two looks in a row do not find it: the first may come
	 * between its entry in the index and the end of the request that signs in.
	 */
	static final Duration PERIOD = Duration.ofSeconds(5);

	private static final Logger logger = LoggerFactory.getLogger(SessionSweep.class);

	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "session-sweep");
		thread.setDaemon(true);
		return thread;
	});

	private final RedisSessionIndex index;

	private final SessionRepository<?> sessions;

	private final SessionDataKeys dataKeys;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private volatile OptionalLong count = OptionalLong.empty();

	/**
	 * The ids of the sessions that the last look did not find.
	 */
	private Set<String> missing = Set.of();

	SessionSweep(RedisSessionIndex index, SessionRepository<?> sessions, SessionDataKeys dataKeys,
			ApplicationEventPublisher events, Clock clock) {
		this.index = index;
		this.sessions = sessions;
		this.dataKeys = dataKeys;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		this.thread.scheduleWithFixedDelay(this::sweepOrWait, PERIOD.toMillis(), PERIOD.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void destroy() {
		this.thread.shutdownNow();
	}

	/**
	 * Return in how many sessions somebody was signed in at the last look.
	 * @return how many, or nothing before the first one and if Redis did not answer
	 */
	OptionalLong count() {
		return this.count;
	}

	private void sweepOrWait() {
		try {
			sweep();
		}
		catch (RuntimeException ex) {
			// Whatever it is: without an answer of Redis the next look may succeed
			this.count = OptionalLong.empty();
			logger.debug("Sessions could not be looked after", ex);
		}
	}

	/**
	 * Look once.
	 * @throws DataAccessException if Redis does not answer
	 */
	synchronized void sweep() {
		Map<String, String> held = this.dataKeys.held();
		List<Entry> entries = this.index.entries();
		Set<String> ended = notice(entries);
		Set<String> open = entries.stream()
			.map(Entry::key)
			.filter((key) -> !ended.contains(key))
			.collect(Collectors.toSet());
		forget(held, open);
		this.count = OptionalLong.of(open.size());
	}

	/**
	 * Forget what this node keeps for sessions that are not in the index, unless they are
	 * there nevertheless: Redis may have lost the index.
	 */
	private void forget(Map<String, String> held, Set<String> open) {
		List<String> keys = held.keySet().stream().filter((key) -> !open.contains(key)).toList();
		List<Boolean> gone = this.index.gone(keys.stream().map(held::get).toList());
		for (int i = 0; i < keys.size(); i++) {
			if (gone.get(i)) {
				this.dataKeys.end(keys.get(i));
			}
		}
	}

	/**
	 * Notice sessions that ended without a request.
	 * @return the keys of their data
	 */
	private Set<String> notice(List<Entry> entries) {
		Set<String> ended = new HashSet<>();
		Set<String> nowMissing = new HashSet<>();
		Instant now = this.clock.instant();
		List<Entry> readable = entries.stream().filter((entry) -> entry.session() != null).toList();
		List<Boolean> gone = this.index.gone(readable.stream().map((entry) -> entry.session().id()).toList());
		for (int i = 0; i < readable.size(); i++) {
			Entry entry = readable.get(i);
			OpenSession session = entry.session();
			boolean limit = session.latestEnd().isBefore(now);
			if (gone.get(i)) {
				nowMissing.add(session.id());
			}
			if (limit || (gone.get(i) && this.missing.contains(session.id()))) {
				end(entry, session, limit);
				ended.add(entry.key());
			}
		}
		this.missing = nowMissing;
		return ended;
	}

	private void end(Entry entry, OpenSession session, boolean limit) {
		this.sessions.deleteById(session.id());
		if (this.index.remove(entry)) {
			this.events.publishEvent(new SessionExpired(session, limit));
		}
	}

}
