package io.watchfloor.signin.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * Settings of the Redis in which several nodes keep their sessions. Without them sessions
 * are kept in memory.
 *
 * @param url {@code WATCHFLOOR_REDIS_URL}, {@code redis://} or {@code rediss://}, with
 * user and password if wanted, or {@code null}
 * @param sessionKeyFile {@code WATCHFLOOR_SESSION_KEY_FILE}, the file that holds the key
 * by which sessions are encrypted, or {@code null}
 */
@ConfigurationProperties("watchfloor.redis")
public record RedisSettings(@Nullable String url, @Nullable Path sessionKeyFile) {

	private static final Set<String> SCHEMES = Set.of("redis", "rediss");

	private static final Pattern DATABASE = Pattern.compile("(/\\d{0,4})?");

	public RedisSettings {
		url = StringUtils.hasText(url) ? url.strip() : null;
		sessionKeyFile = (sessionKeyFile != null && StringUtils.hasText(sessionKeyFile.toString())) ? sessionKeyFile
				: null;
	}

	/**
	 * Return everything that is missing or wrong.
	 * @return the problems, each with its remedy; none contains the address, which may
	 * have a password in it, or a key
	 */
	public List<String> problems() {
		List<String> problems = new ArrayList<>();
		if (this.url != null && !isAddress(this.url)) {
			problems.add("WATCHFLOOR_REDIS_URL must be an address such as redis://redis.example:6379 or "
					+ "rediss://user:password@redis.example:6380; signs in a password that addresses do not have are "
					+ "written in percent-encoding");
		}
		if (this.url != null && this.sessionKeyFile == null) {
			problems.add("WATCHFLOOR_REDIS_URL is set without WATCHFLOOR_SESSION_KEY_FILE: sessions are kept in Redis "
					+ "encrypted only. Make a key with: openssl rand -base64 32 > session.key. Every node gets the same "
					+ "file");
		}
		if (this.url == null && this.sessionKeyFile != null) {
			problems
				.add("WATCHFLOOR_SESSION_KEY_FILE is set without WATCHFLOOR_REDIS_URL. Set both to keep sessions in "
						+ "Redis, or neither to keep them in memory");
		}
		if (this.sessionKeyFile != null) {
			problems.addAll(SessionKeys.problems(this.sessionKeyFile));
		}
		return problems;
	}

	private static boolean isAddress(String url) {
		try {
			URI address = new URI(url);
			return address.getScheme() != null && SCHEMES.contains(address.getScheme()) && address.getHost() != null
					&& address.getRawQuery() == null && address.getRawFragment() == null
					&& DATABASE.matcher(address.getPath()).matches();
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * Return no password: logs print objects.
	 */
	@Override
	public String toString() {
		return "RedisSettings[sessionKeyFile=" + this.sessionKeyFile + "]";
	}

}
