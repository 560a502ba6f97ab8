package io.watchfloor.signin.encryption;

import io.watchfloor.support.SampleCipher;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionCipherTests {

	@Test
	void theKeyOfAnotherInstallationReadsNothing() {
		SessionCipher cipher = SampleCipher.of('a');
		byte[] encrypted = cipher.encrypt("text".getBytes(UTF_8), "place");
		assertThat(cipher.decrypt(encrypted, "place")).asString().isEqualTo("text");
		assertThatExceptionOfType(UnreadableSessionException.class)
			.isThrownBy(() -> SampleCipher.of('b').decrypt(encrypted, "place"));
	}

}
