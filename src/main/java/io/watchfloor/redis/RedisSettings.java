package io.watchfloor.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * Where the Redis is that several nodes share.
 *
 * @param url {@code WATCHFLOOR_REDIS_URL}, {@code redis://} or {@code rediss://}, with
 * user and password if wanted, or {@code null} where there is one node, which keeps all
 * in memory
 */
@ConfigurationProperties("watchfloor.redis")
public record RedisSettings(@Nullable String url) {

	private static final Set<String> SCHEMES = Set.of("redis", "rediss");

	private static final Pattern DATABASE = Pattern.compile("(/\\d{0,4})?");

	public RedisSettings {
		url = StringUtils.hasText(url) ? url.strip() : null;
	}

	/**
	 * Return everything that is missing or wrong.
	 * @return the problems, each with its remedy; none contains the address, which may
	 * have a password in it
	 */
	public List<String> problems() {
		List<String> problems = new ArrayList<>();
		if (this.url != null && !isAddress(this.url)) {
			problems.add("WATCHFLOOR_REDIS_URL must be an address such as redis://redis.example:6379 or "
					+ "rediss://user:password@redis.example:6380; signs in a password that addresses do not have are "
					+ "written in percent-encoding");
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
		return "RedisSettings[url=" + ((this.url != null) ? "set" : "none") + "]";
	}

}
