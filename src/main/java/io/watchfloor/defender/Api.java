package io.watchfloor.defender;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * The API that incidents are read from, and how it is called.
 *
 * @param name what log lines call it, such as {@code The Defender API}
 * @param url the address below which its paths stand; https, or http on loopback
 * @param headers headers that each call carries
 * @param callsPerMinute the quota for all analysts together, at least 1
 * @param callsPerHour the same for an hour, at least 1
 * @param singlesApart whether reading a single incident has a quota of its own, twice as
 * many calls a minute and as many an hour; otherwise it counts like reading a list
 * @param timeout the time that a whole response may take, more than zero
 */
public record Api(String name, URI url, Map<String, String> headers, int callsPerMinute, int callsPerHour,
		boolean singlesApart, Duration timeout) {

	public Api {
		headers = Map.copyOf(headers);
	}

}
