package io.watchfloor.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A unit of systemd, in a package that was unpacked into a folder.
 */
record UnitFile(Path root, List<String> lines) {

	static UnitFile read(Path root, String path) throws IOException {
		return new UnitFile(root, Files.readAllLines(root.resolve(path)));
	}

	/**
	 * The only value of a setting.
	 */
	String value(String setting) {
		List<String> values = this.lines.stream()
			.filter((line) -> line.startsWith(setting + "="))
			.map((line) -> line.substring(setting.length() + 1))
			.toList();
		if (values.size() != 1) {
			throw new IllegalStateException(setting + " has the values " + values);
		}
		return values.get(0);
	}

	/**
	 * A command line, with its program where it is now.
	 */
	List<String> commandLine(String setting) {
		return List.of((this.root + value(setting).replaceFirst("^[-@:+!]+", "")).split(" "));
	}

	/**
	 * Give the service its credentials, as systemd does: a copy of each file of a folder,
	 * with a prefix.
	 * @return the folder that has them
	 */
	Path loadCredentials() throws IOException {
		String[] credential = value("LoadCredential").split(":");
		Path copies = Files.createDirectories(this.root.resolve("run/credentials/watchfloor.service"));
		try (var files = Files.list(Path.of(this.root + credential[1]))) {
			for (Path file : files.toList()) {
				Files.copy(file, copies.resolve(credential[0] + "_" + file.getFileName()));
			}
		}
		return copies;
	}

	/**
	 * The environment that systemd would make, without anything of this process.
	 */
	Map<String, String> environment() throws IOException {
		Map<String, String> environment = new HashMap<>(
				Map.of("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"));
		environment.put("CACHE_DIRECTORY", this.root + "/var/cache/" + value("CacheDirectory"));
		for (String line : Files.readAllLines(Path.of(this.root + value("EnvironmentFile")))) {
			if (!line.isBlank() && !line.startsWith("#")) {
				String[] setting = line.split("=", 2);
				// Without quotes systemd would take the backslashes out
				assertThat(setting[1]).matches("'.*'|[^\\\\]*");
				environment.put(setting[0], setting[1].replaceAll("^'|'$", ""));
			}
		}
		return environment;
	}

	/**
	 * Write a copy in which programs stand where they are now.
	 */
	Path copyHere(Path folder) throws IOException {
		List<String> moved = this.lines.stream()
			.map((line) -> line.replaceFirst("^(Exec\\w+=-?)/", "$1" + this.root + "/"))
			.toList();
		return Files.write(folder.resolve("watchfloor.service"), moved);
	}

}
