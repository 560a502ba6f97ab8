package io.watchfloor.signin;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.api.IncidentApi;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * A client registration for tests that need any.
 */
final class SampleRegistration {

	private SampleRegistration() {
	}

	static ClientRegistration at(String tenantId, URI authority) {
		return EntraClientRegistration.of(
				new SignInSettings(tenantId, "client", "secret", null, null, authority, false, Duration.ofHours(10)),
				new ApiAccess(IncidentApi.DEFENDER, Set.of("https://api.example/Incident.Read")));
	}

}
