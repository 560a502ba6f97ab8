package io.watchfloor.defender;

import java.net.URI;
import java.time.Duration;

import io.watchfloor.http.SafeAddress;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the Defender API: its address, quota and time-out.
 *
 * @param url {@code DEFENDER_API_URL}, the address below which {@code /api/incidents}
 * stands; https, or http on loopback; it may have a path
 * @param callsPerMinute {@code DEFENDER_CALLS_PER_MINUTE}, the API's quota for all
 * analysts together, at least 1
 * @param callsPerHour {@code DEFENDER_CALLS_PER_HOUR}, the same for an hour, at least 1
 * @param timeout {@code DEFENDER_TIMEOUT}, the time that a whole response may take, from
 * the request to its last byte; more than zero. A page of 100 incidents can be 20 MB,
 * before compression
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/api-list-incidents">List
 * incidents API: limitations</a>
 */
@ConfigurationProperties("watchfloor.defender")
public record DefenderSettings(@DefaultValue("https://api.security.microsoft.com") URI url,
		@DefaultValue("50") int callsPerMinute, @DefaultValue("1500") int callsPerHour,
		@DefaultValue("30s") Duration timeout) {

	public DefenderSettings {
		if (!SafeAddress.isSafe(url)) {
			throw new IllegalArgumentException(
					"DEFENDER_API_URL must be an https address such as https://api.security.microsoft.com");
		}
		if (callsPerMinute < 1 || callsPerHour < 1) {
			throw new IllegalArgumentException(
					"DEFENDER_CALLS_PER_MINUTE and DEFENDER_CALLS_PER_HOUR must be at least 1");
		}
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("DEFENDER_TIMEOUT must be a time such as 30s");
		}
	}

}
