package io.watchfloor.signin.persistence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;

import io.watchfloor.support.SampleCipher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SessionFileTests {

	private static final byte[] FIRST = "first session".getBytes(StandardCharsets.UTF_8);

	private static final byte[] SECOND = "second session".getBytes(StandardCharsets.UTF_8);

	@TempDir
	Path folder;

	private Path path;

	private SessionFile file;

	@BeforeEach
	void chooseFile() throws IOException {
		this.path = this.folder.resolve("SESSIONS.ser");
		this.file = new SessionFile(this.path, SampleCipher.of('a'));
	}

	@Test
	void givesBackWhatWasWrittenOnce() throws IOException {
		this.file.write(List.of(FIRST, SECOND));
		assertThat(this.file.take()).containsExactly(FIRST, SECOND);
		assertThat(this.path).doesNotExist();
		assertThat(this.file.take()).isEmpty();
	}

	@Test
	void isReadableByItsOwnerAlone() throws IOException {
		Files.createFile(this.path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
		this.file.write(List.of(FIRST));
		assertThat(Files.getPosixFilePermissions(this.path)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
		assertThat(this.folder).isDirectoryNotContaining("glob:**/sessions*");
	}

	@Test
	void readsNothingWithAnotherKey() throws IOException {
		this.file.write(List.of(FIRST));
		assertThat(new SessionFile(this.path, SampleCipher.of('b')).take()).isEmpty();
		assertThat(this.path).doesNotExist();
	}

	@Test
	void endsWhereItWasChangedOrCut() throws IOException {
		this.file.write(List.of(FIRST, SECOND));
		byte[] content = Files.readAllBytes(this.path);
		Files.write(this.path, Arrays.copyOf(content, content.length - 1));
		assertThat(this.file.take()).containsExactly(FIRST);
		content[content.length - 1]++;
		Files.write(this.path, content);
		assertThat(this.file.take()).containsExactly(FIRST);
		content[10]++;
		Files.write(this.path, content);
		assertThat(this.file.take()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\u00ac\u00ed\u0000\u0005sr", "x", "\u0000\u0000\u0000\u0000",
			"\u0000\u0000\u0000\u0003abc", "\u0000\u00ff\u00ff\u00ff" })
	void ignoresAndDeletesWhatIsNoneOfItsOwn(String content) throws IOException {
		Files.writeString(this.path, content, StandardCharsets.ISO_8859_1);
		assertThat(this.file.take()).isEmpty();
		assertThat(this.path).doesNotExist();
	}

}
