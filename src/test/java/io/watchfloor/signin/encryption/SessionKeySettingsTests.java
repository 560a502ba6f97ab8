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
		assertThat(new SessionKeySettings(Path.of(""), "", false).problems()).isEmpty();
		assertThat(new SessionKeySettings(this.file, URL, false).problems()).isEmpty();
	}

	@Test
	void saysHowToMakeAKeyWhereThereIsNone() {
		assertThat(new SessionKeySettings(null, URL, false).problems()).singleElement()
			.asString()
			.startsWith("WATCHFLOOR_REDIS_URL is set without WATCHFLOOR_SESSION_KEY_FILE")
			.contains("openssl rand -base64 32");
	}

	@Test
	void takesAKeyForTheFileThatSessionsAreWrittenTo() {
		assertThat(new SessionKeySettings(this.file, null, true).problems()).isEmpty();
	}

	@Test
	void writesSessionsToNoFileWithoutAKey() {
		assertThat(new SessionKeySettings(null, null, true).problems()).singleElement()
			.asString()
			.startsWith("SERVER_SERVLET_SESSION_PERSISTENT is on without WATCHFLOOR_SESSION_KEY_FILE")
			.contains("openssl rand -base64 32");
	}

	@Test
	void keepsSessionsInRedisOrInAFile() {
		assertThat(new SessionKeySettings(this.file, URL, true).problems()).singleElement()
			.asString()
			.startsWith("SERVER_SERVLET_SESSION_PERSISTENT is on although WATCHFLOOR_REDIS_URL is set");
	}

	@Test
	void saysThatAKeyAloneHasNoEffect() {
		assertThat(new SessionKeySettings(this.file, null, false).problems()).singleElement()
			.asString()
			.startsWith("WATCHFLOOR_SESSION_KEY_FILE is set without WATCHFLOOR_REDIS_URL");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "secret", "AAECAwQFBgcICQoLDA0ODw==", KEY + "\nsecret", KEY + "\n" + KEY + "\n" + KEY })
	void refusesAFileThatHoldsNoKeysOfThatLengthWithoutRepeatingThem(String content) throws IOException {
		Files.writeString(this.file, content);
		assertThat(new SessionKeySettings(this.file, URL, false).problems()).singleElement()
			.asString()
			.startsWith("WATCHFLOOR_SESSION_KEY_FILE must name a file")
			.doesNotContain("secret", KEY, "AAEC");
	}

	@Test
	void saysThatAFileCannotBeRead() {
		Path missing = this.folder.resolve("missing");
		assertThat(new SessionKeySettings(missing, URL, false).problems())
			.containsExactly("WATCHFLOOR_SESSION_KEY_FILE names a file that cannot be read: " + missing);
	}

}
