package io.watchfloor.signin.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedisSettingsTests {

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
		assertThat(new RedisSettings("", Path.of("")).problems()).isEmpty();
		assertThat(new RedisSettings(URL, this.file).problems()).isEmpty();
	}

	@Test
	void saysHowToMakeAKeyWhereThereIsNone() {
		assertThat(new RedisSettings(URL, null).problems()).singleElement()
			.asString()
			.startsWith("WATCHFLOOR_REDIS_URL is set without WATCHFLOOR_SESSION_KEY_FILE")
			.contains("openssl rand -base64 32");
	}

	@Test
	void saysThatAKeyAloneHasNoEffect() {
		assertThat(new RedisSettings(null, this.file).problems()).singleElement()
			.asString()
			.startsWith("WATCHFLOOR_SESSION_KEY_FILE is set without WATCHFLOOR_REDIS_URL");
	}

	@ParameterizedTest
	@ValueSource(strings = { "redis://redis.example", "rediss://ada:p%40ss@redis.example:6380/3", "redis://[::1]:6379",
			"redis://:secret@127.0.0.1" })
	void takesAddressesOfRedis(String url) {
		assertThat(new RedisSettings(url, this.file).problems()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "redis.example:6379", "https://redis.example", "redis://", "redis://ada:sec ret@host",
			"redis://host/sessions", "redis-sentinel://ada:secret@host", "redis://host?timeout=1s" })
	void refusesOtherAddressesWithoutRepeatingThem(String url) {
		assertThat(new RedisSettings(url, this.file).problems()).singleElement()
			.asString()
			.startsWith("WATCHFLOOR_REDIS_URL must be an address such as redis://redis.example:6379")
			.doesNotContain("sec ret", "ada:secret");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "secret", "AAECAwQFBgcICQoLDA0ODw==", KEY + "\nsecret", KEY + "\n" + KEY + "\n" + KEY })
	void refusesAFileThatHoldsNoKeysOfThatLengthWithoutRepeatingThem(String content) throws IOException {
		Files.writeString(this.file, content);
		assertThat(new RedisSettings(URL, this.file).problems()).singleElement()
			.asString()
			.startsWith("WATCHFLOOR_SESSION_KEY_FILE must name a file")
			.doesNotContain("secret", KEY, "AAEC");
	}

	@Test
	void saysThatAFileCannotBeRead() {
		Path missing = this.folder.resolve("missing");
		assertThat(new RedisSettings(URL, missing).problems())
			.containsExactly("WATCHFLOOR_SESSION_KEY_FILE names a file that cannot be read: " + missing);
	}

}
