package io.watchfloor.web.support;

import java.net.URI;
import java.time.Clock;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.signin.AuditLog;
import io.watchfloor.signin.advice.SignInAdvisor;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.api.IncidentApi;
import io.watchfloor.signin.session.SessionDataKeys;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * For tests of pages alone: everybody may come in, signed in or not, and forms still need
 * their CSRF token. Who may see what is tested with the real filter chain.
 */
@TestConfiguration(proxyBeanMethods = false)
class OpenDoor {

	@Bean
	SecurityFilterChain openDoor(HttpSecurity http) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
	}

	@Bean
	AuditLog auditLog(MeterRegistry meters) {
		return new AuditLog(meters, Clock.systemUTC());
	}

	@Bean
	SessionDataKeys sessionDataKeys(ApplicationEventPublisher events) {
		return new SessionDataKeys(events, Clock.systemUTC());
	}

	@Bean
	ApiAccess apiAccess() {
		return new ApiAccess(IncidentApi.DEFENDER, Set.of("https://api.security.microsoft.com/Incident.Read"));
	}

	@Bean
	SignInAdvisor signInAdvisor(ApiAccess access) {
		return new SignInAdvisor(URI.create("https://login.example.com"), "tenant", "client", access, "redirect");
	}

}
