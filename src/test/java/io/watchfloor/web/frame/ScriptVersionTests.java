package io.watchfloor.web.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ScriptVersionTests {

	@TempDir
	private Path folder;

	@BeforeEach
	void twoScripts() throws IOException {
		write("frame/app.js", "import \"../queue/keys.js\";");
		write("queue/keys.js", "let one;");
	}

	@Test
	void isTheSameAsLongAsNoScriptChanges() throws IOException {
		String before = version();
		write("queue/keys.js", "let one;");
		write("queue/notes.txt", "not a script");
		assertThat(version()).isEqualTo(before).matches("[0-9a-f]{32}");
	}

	@Test
	void isTheSameInAnotherFolder(@TempDir Path other) throws IOException {
		String before = version();
		this.folder = other;
		twoScripts();
		assertThat(version()).isEqualTo(before);
	}

	@Test
	void isAnotherOneWhenTheContentOfAScriptChanges() throws IOException {
		String before = version();
		write("queue/keys.js", "let two;");
		assertThat(version()).isNotEqualTo(before);
	}

	@Test
	void isAnotherOneWhenAScriptIsAddedRemovedOrMoved() throws IOException {
		String before = version();
		write("queue/marks.js", "");
		String added = version();
		Files.move(this.folder.resolve("queue/marks.js"), this.folder.resolve("frame/marks.js"));
		String moved = version();
		Files.delete(this.folder.resolve("frame/marks.js"));
		assertThat(version()).isEqualTo(before);
		assertThat(added).isNotIn(before, moved);
		assertThat(moved).isNotEqualTo(before);
	}

	@Test
	void isAnotherOneWhenScriptsSwapTheirContent() throws IOException {
		String before = version();
		write("frame/app.js", "let one;");
		write("queue/keys.js", "import \"../queue/keys.js\";");
		assertThat(version()).isNotEqualTo(before);
	}

	@Test
	void aFolderWithoutScriptsIsAMistake() throws IOException {
		Files.delete(this.folder.resolve("frame/app.js"));
		Files.delete(this.folder.resolve("queue/keys.js"));
		assertThatIllegalStateException().isThrownBy(this::version).withMessageStartingWith("No scripts in ");
	}

	private String version() {
		return ScriptVersion.of(this.folder.toUri().toString());
	}

	private void write(String path, String content) throws IOException {
		Path file = this.folder.resolve(path);
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
	}

}
