package io.watchfloor.signin.consent;

import java.time.Clock;

import io.watchfloor.signin.advice.SignInAdvisor;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.session.SessionDataKeys;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Defines the bean that tells who may write, where {@code WATCHFLOOR_TRIAGE} is on.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("watchfloor.triage")
class WriteConsentConfiguration {

	@Bean
	WriteConsent writeConsent(GrantedScopes granted, ApiAccess access, SignInAdvisor advisor, SessionDataKeys keys,
			Clock clock) {
		return new WriteConsent(granted, access, advisor, keys, clock);
	}

}
