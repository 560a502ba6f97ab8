package io.watchfloor.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Watchfloor as a package installs it: its jar extracted, the script that starts it, and
 * the archive by which it starts fast.
 */
final class InstalledWatchfloor {

	private static final Path SCRIPT = Path.of("src", "dist", "bin", "watchfloor");

	private InstalledWatchfloor() {
	}

	/**
	 * Install it beside its jar.
	 * @return the script that starts it
	 * @throws IOException when that fails
	 */
	static Path install(Path jar) throws IOException, InterruptedException {
		Path home = jar.resolveSibling("soak").toAbsolutePath();
		run(SoakNode.java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--application-filename",
				"watchfloor.jar", "--destination", home.toString());
		Path script = Files.createDirectories(home.resolve("bin")).resolve("watchfloor");
		Files.copy(SCRIPT, script, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
		run(script.toString(), "archive");
		return script;
	}

	private static void run(String... command) throws IOException, InterruptedException {
		int status = SoakNode.withOwnJava(List.of(command)).inheritIO().start().waitFor();
		if (status != 0) {
			throw new IOException(String.join(" ", command) + " ended with " + status);
		}
	}

}
