package io.watchfloor.signin.encryption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SessionKeySettingsTests {

	private static final String URL = "redis://redis.example:6379";

	private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

	@TempDir
	Path folder;

	private Path file;

	@BeforeEach
	void writeKey() throws IOException {
		this.file = Files.writeString(this.folder.resolve("session.key"), KEY + "\n");
	}

	@Test
	void takesNeitherOfTheTwoOrBoth() {
		assertThat(new SessionKeySettings(Path.of(""), "").problems()).isEmpty();
		assertThat(new SessionKeySettings(this.file, URL).problems()).isEmpty();
	}

	@Test
	void saysHowToMakeAKeyWhereThereIsNone() {
		assertThat(new SessionKeySettings(null, URL).problems()).singleElement()
			.asString()
			.startsWith("WATCHFLOOR_REDIS_URL is set without WATCHFLOOR_SESSION_KEY_FILE")
			.contains("openssl rand -base64 32");
	}

	@Test
	void saysThatAKeyAloneHasNoEffect() {
		assertThat(new SessionKeySettings(this.file, null).problems()).singleElement()
			.asString()
			.startsWith("WATCHFLOOR_SESSION_KEY_FILE is set without WATCHFLOOR_REDIS_URL");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "secret", "AAECAwQFBgcICQoLDA0ODw==", KEY + "\nsecret", KEY + "\n" + KEY + "\n" + KEY })
	void refusesAFileThatHoldsNoKeysOfThatLengthWithoutRepeatingThem(String content) throws IOException {
		Files.writeString(this.file, content);
		assertThat(new SessionKeySettings(this.file, URL).problems()).singleElement()
			.asString()
			.startsWith("WATCHFLOOR_SESSION_KEY_FILE must name a file")
			.doesNotContain("secret", KEY, "AAEC");
	}

	@Test
	void saysThatAFileCannotBeRead() {
		Path missing = this.folder.resolve("missing");
		assertThat(new SessionKeySettings(missing, URL).problems())
			.containsExactly("WATCHFLOOR_SESSION_KEY_FILE names a file that cannot be read: " + missing);
	}

}
