package io.watchfloor.web.triage.desk;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.watchfloor.queue.triage.Triage;
import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.signin.session.SessionData;
import io.watchfloor.signin.session.SessionDataEnded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/**
 * Finds desks that every node knows: each request has a copy of its own. Before something
 * is written to an incident the others know that it is about to be, so that nobody writes
 * it a second time when this node dies over it.
 */
final class SharedDesks {

	private static final Logger logger = LoggerFactory.getLogger(SharedDesks.class);

	/**
	 * By the keys of the data, the last change that the analyst's queue on this node
	 * knows of.
	 */
	private final Map<String, String> known = new ConcurrentHashMap<>();

	private final SessionData data;

	private final Clock clock;

	public SharedDesks(SessionData data, Clock clock) {
		this.data = data;
		this.clock = clock;
	}

	/**
	 * Return a desk to look at.
	 * @param key the key of the session's data
	 */
	public TriageDesk of(String key) {
		return desk(this.data.load(key));
	}

	/**
	 * Change what is on a desk, while nobody else does.
	 * @param key the key of the session's data
	 * @param work what to do; also where it throws an exception, what it has changed is
	 * kept
	 * @throws AuthenticationCredentialsNotFoundException if the session turns out to be
	 * over before anything was written to an incident
	 * @throws CannotAcquireLockException if this takes so long that somebody else changes
	 * the desk before anything was written
	 */
	public <T> T change(String key, Function<TriageDesk, T> work) {
		return this.data.change(key, (turn) -> {
			TriageDesk desk = desk(turn.load());
			boolean current = isKnown(key, desk);
			desk.beforeWriting(() -> announce(turn, desk));
			try {
				return work.apply(desk);
			}
			finally {
				if (current) {
					this.known.put(key, last(desk));
				}
				keep(turn, desk);
			}
		});
	}

	private static void keep(SessionData.Turn turn, TriageDesk desk) {
		try {
			if (!store(turn, desk)) {
				logger.info("What a session triaged is not kept: it is over");
			}
		}
		catch (CannotAcquireLockException ex) {
			logger.warn("What a session triaged is not kept: {}", ex.getMessage());
		}
	}

	private static void announce(SessionData.Turn turn, TriageDesk desk) {
		if (!store(turn, desk)) {
			throw new AuthenticationCredentialsNotFoundException("The session is over");
		}
	}

	private static boolean store(SessionData.Turn turn, TriageDesk desk) {
		return turn.store(DeskSerializer.serialize(desk.state()));
	}

	/**
	 * Return whether something was changed on another node since this one was asked last.
	 * @param key the key of the session's data
	 */
	public boolean hasNews(String key) {
		TriageDesk desk = of(key);
		boolean news = !isKnown(key, desk);
		this.known.put(key, last(desk));
		return news;
	}

	private boolean isKnown(String key, TriageDesk desk) {
		String last = last(desk);
		return last.isEmpty() || last.equals(this.known.get(key));
	}

	private static String last(TriageDesk desk) {
		TriageResult last = desk.triage().last();
		return (last != null) ? last.request().form() + "/" + last.outcome() + "/" + last.at() : "";
	}

	public void forget(SessionDataEnded ended) {
		this.known.remove(ended.key());
		if (ended.everywhere()) {
			this.data.forget(ended.key());
		}
	}

	private TriageDesk desk(byte @Nullable [] stored) {
		TriageDesk.State state = (stored != null) ? DeskSerializer.deserialize(stored) : null;
		return (state != null) ? TriageDesk.of(state, this.clock) : new TriageDesk(new Triage(this.clock));
	}

}
