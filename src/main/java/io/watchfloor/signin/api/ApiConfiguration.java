package io.watchfloor.signin.api;

import java.util.List;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Defines the bean that tells which API incidents are read from and whether they may be
 * changed, and logs both.
 */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(ApiConfiguration.class);

	@Bean
	ApiAccess apiAccess(ApiSettings settings) {
		ApiAccess access = settings.access();
		logger.info("Incidents are read from {}, with {}", access.api().label(),
				String.join(" and ", access.permissions()));
		if (access.triage()) {
			logger.info("Incidents may be changed: analysts are asked for {} when they first want to",
					access.api().writePermission());
		}
		else {
			logger.info("Incidents are not changed. WATCHFLOOR_TRIAGE=true lets analysts do so");
		}
		List<String> unused = settings.unused();
		if (!unused.isEmpty()) {
			logger.warn("Set, but without effect while WATCHFLOOR_SOURCE is {}: {}",
					settings.source().name().toLowerCase(Locale.ROOT), String.join(", ", unused));
		}
		return access;
	}

}
