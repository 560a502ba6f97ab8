package io.watchfloor.signin.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Lets the requests of one session in this process do something one after the other. The
 * lock goes by the session's id: the session's object may be another one in each request.
 */
public final class SessionLocks {

	private final Map<String, Lock> locks = new ConcurrentHashMap<>();

	/**
	 * Do something that no other request of the session does meanwhile.
	 * @param session the session
	 * @param work what to do; it may call this method again
	 * @return what that returns
	 */
	public <T> T call(HttpSession session, Supplier<T> work) {
		String id = session.getId();
		Lock lock = this.locks.compute(id, (key, held) -> Lock.usedOnceMore(held));
		lock.lock();
		try {
			return work.get();
		}
		finally {
			lock.unlock();
			this.locks.compute(id, (key, held) -> Lock.usedOnceLess(held));
		}
	}

	/**
	 * A lock, and how many requests hold it or wait for it.
	 */
	private static final class Lock extends ReentrantLock {

		private static final long serialVersionUID = 1L;

		private int users;

		static Lock usedOnceMore(@Nullable Lock held) {
			Lock lock = (held != null) ? held : new Lock();
			lock.users++;
			return lock;
		}

		static @Nullable Lock usedOnceLess(@Nullable Lock held) {
			return (held == null || --held.users == 0) ? null : held;
		}

	}

}
