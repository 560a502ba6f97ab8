package io.watchfloor.defender.graph;

import java.net.URI;
import java.util.Locale;

import io.watchfloor.http.SafeAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Microsoft Graph: its address and quota.
 *
 * @param url {@code GRAPH_API_URL}, the address below which
 * {@code /v1.0/security/incidents} stands; https, or http on loopback; it may have a path
 * @param callsPerMinute {@code GRAPH_CALLS_PER_MINUTE}, the quota for all analysts
 * together, at least 1. Microsoft publishes none for incidents
 * @see <a href="https://learn.microsoft.com/en-us/graph/deployments">National cloud
 * deployments</a>
 */
@ConfigurationProperties("watchfloor.graph")
record GraphSettings(@DefaultValue("https://graph.microsoft.com") URI url, @DefaultValue("100") int callsPerMinute) {

	GraphSettings {
		if (!SafeAddress.isSafe(url)) {
			throw new IllegalArgumentException(
					"GRAPH_API_URL must be an https address such as https://graph.microsoft.com");
		}
		if (isInChina(url.getHost())) {
			throw new IllegalArgumentException(
					"GRAPH_API_URL cannot be that of China: Microsoft Graph has no incidents there");
		}
		if (callsPerMinute < 1) {
			throw new IllegalArgumentException("GRAPH_CALLS_PER_MINUTE must be at least 1");
		}
	}

	private static boolean isInChina(@Nullable String host) {
		return host != null && ("." + host.toLowerCase(Locale.ROOT)).endsWith(".chinacloudapi.cn");
	}

	/**
	 * Return the most calls in any hour. None is known, so it is what the minute allows.
	 */
	int callsPerHour() {
		return (int) Math.min(Integer.MAX_VALUE, 60L * this.callsPerMinute);
	}

}
