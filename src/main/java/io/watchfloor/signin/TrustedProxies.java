package io.watchfloor.signin;

import java.util.List;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Requires that whoever believes the headers of proxies names the proxies. By default
 * Tomcat believes every private address, and Spring's own filter everybody: an analyst
 * could then write their own address into the audit log.
 */
final class TrustedProxies {

	private static final String NAMED = "server.tomcat.remoteip.internal-proxies";

	private TrustedProxies() {
	}

	/**
	 * Check the settings.
	 * @throws SettingsException if headers of proxies count and the proxies have no names
	 */
	static void require(ServerProperties server, Environment environment) {
		ForwardHeadersStrategy strategy = server.getForwardHeadersStrategy();
		if (strategy == ForwardHeadersStrategy.FRAMEWORK) {
			throw new SettingsException(List.of("SERVER_FORWARD_HEADERS_STRATEGY is framework, which believes "
					+ "everybody who sends a header of a proxy. Set it to native"));
		}
		if (strategy == ForwardHeadersStrategy.NATIVE && !StringUtils.hasText(environment.getProperty(NAMED))) {
			throw new SettingsException(List.of("SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES is not set, and "
					+ "SERVER_FORWARD_HEADERS_STRATEGY is native. Set it to a regular expression that matches the "
					+ "addresses of your proxies and of nothing else, such as 10\\.0\\.0\\.7"));
		}
	}

}
