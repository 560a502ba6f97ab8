package io.watchfloor.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

import static org.assertj.core.api.Assertions.assertThat;

class IdTokenDecoderFactoryTests {

	private final ClientRegistration registration = SampleRegistration.at("0a1b2c3d-0000-4000-8000-00000000000a",
			URI.create("https://login.example"));

	@Test
	void oneDecoderAndItsKeysServeAllSignIns() {
		IdTokenDecoderFactory decoders = new IdTokenDecoderFactory("tenant", Duration.ofSeconds(1),
				new EntraHealth(Clock.systemUTC()));
		assertThat(decoders.createDecoder(this.registration)).isSameAs(decoders.createDecoder(this.registration));
	}

}
