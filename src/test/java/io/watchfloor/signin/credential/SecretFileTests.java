package io.watchfloor.signin.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import io.watchfloor.support.LogLines;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SecretFileTests {

	private static final Instant NOW = Instant.now();

	private final MutableClock clock = new MutableClock(NOW);

	@RegisterExtension
	private final LogLines log = new LogLines();

	@TempDir
	private Path folder;

	@Test
	void aNewSecretIsUsedWithoutARestart() throws IOException {
		SecretFile file = new SecretFile(write("first\n", 0), this.clock);
		assertThat(file.secret()).isEqualTo("first");
		write("second\n", 1);
		assertThat(file.secret()).isEqualTo("first");
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(file.secret()).isEqualTo("second");
		assertThat(this.log.lines()).isEmpty();
		assertThat(file.toString()).doesNotContain("second");
	}

	@Test
	void aFileThatCannotBeUsedKeepsTheSecretBeforeAndIsLoggedOnce() throws IOException {
		SecretFile file = new SecretFile(write("first", 0), this.clock);
		write("two\nlines", 1);
		for (int i = 0; i < 3; i++) {
			this.clock.advance(Duration.ofSeconds(5));
			assertThat(file.secret()).isEqualTo("first");
		}
		assertThat(this.log.lines()).singleElement()
			.asString()
			.contains("stays in use", "AZURE_CLIENT_SECRET_PATH")
			.doesNotContain("lines", "first");
	}

	@Test
	void aFileThatIsGoneKeepsTheSecret() throws IOException {
		Path path = write("first", 0);
		SecretFile file = new SecretFile(path, this.clock);
		Files.delete(path);
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(file.secret()).isEqualTo("first");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  \n", "two\nlines", "0a1b2c3d-0000-4000-8000-00000000000a" })
	void whatIsNoSecretIsRefusedAtTheStart(String text) throws IOException {
		Path path = write(text, 0);
		assertThatIllegalArgumentException().isThrownBy(() -> new SecretFile(path, this.clock))
			.withMessageContaining("AZURE_CLIENT_SECRET_PATH");
		assertThat(SecretFile.problems(path)).hasSize(1);
	}

	@Test
	void aFileThatIsNotThereIsRefusedAtTheStart() {
		assertThat(SecretFile.problems(this.folder.resolve("nowhere"))).singleElement()
			.asString()
			.contains("cannot be read");
	}

	private Path write(String text, int age) throws IOException {
		Path path = Files.writeString(this.folder.resolve("client-secret"), text);
		return Files.setLastModifiedTime(path, FileTime.from(NOW.plusSeconds(age)));
	}

}
