package io.watchfloor.signin.encryption;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * Where the key is by which sessions are encrypted that leave the memory of a process.
 *
 * @param file {@code WATCHFLOOR_SESSION_KEY_FILE}, the file that holds it, or
 * {@code null} where sessions stay in memory
 * @param redisUrl {@code WATCHFLOOR_REDIS_URL}, or {@code null}
 * @param persistent {@code SERVER_SERVLET_SESSION_PERSISTENT}, whether sessions outlive a
 * restart in a file
 */
@ConfigurationProperties("watchfloor.session-key")
public record SessionKeySettings(@Nullable Path file, @Nullable String redisUrl, @Nullable Boolean persistent) {

	public SessionKeySettings {
		file = (file != null && StringUtils.hasText(file.toString())) ? file : null;
		redisUrl = StringUtils.hasText(redisUrl) ? redisUrl : null;
	}

	/**
	 * Return whether sessions are those of several nodes.
	 */
	public boolean isShared() {
		return this.redisUrl != null;
	}

	private boolean isPersistent() {
		return Boolean.TRUE.equals(this.persistent);
	}

	/**
	 * Return everything that is missing or wrong.
	 * @return the problems, each with its remedy; none contains a key
	 */
	public List<String> problems() {
		List<String> problems = new ArrayList<>();
		if (this.redisUrl != null && this.file == null) {
			problems.add("WATCHFLOOR_REDIS_URL is set without WATCHFLOOR_SESSION_KEY_FILE: sessions are kept in Redis "
					+ "encrypted only. Make a key with: openssl rand -base64 32 > session.key. Every node gets the same "
					+ "file");
		}
		else if (this.redisUrl != null && isPersistent()) {
			problems
				.add("SERVER_SERVLET_SESSION_PERSISTENT is on although WATCHFLOOR_REDIS_URL is set. Sessions in Redis "
						+ "outlive a restart, so that the file is not needed: set one of the two");
		}
		else if (isPersistent() && this.file == null) {
			problems.add("SERVER_SERVLET_SESSION_PERSISTENT is on without WATCHFLOOR_SESSION_KEY_FILE: sessions are "
					+ "written to a file encrypted only. Make a key with: openssl rand -base64 32 > session.key");
		}
		else if (this.redisUrl == null && !isPersistent() && this.file != null) {
			problems
				.add("WATCHFLOOR_SESSION_KEY_FILE is set without WATCHFLOOR_REDIS_URL. Set both to keep sessions in "
						+ "Redis, or SERVER_SERVLET_SESSION_PERSISTENT to keep them in a file over a restart, or none "
						+ "of them to keep them in memory");
		}
		if (this.file != null) {
			problems.addAll(SessionKeys.problems(this.file));
		}
		return problems;
	}

	/**
	 * Return no address, which may have a password in it: logs print objects.
	 */
	@Override
	public String toString() {
		return "SessionKeySettings[file=" + this.file + "]";
	}

}
