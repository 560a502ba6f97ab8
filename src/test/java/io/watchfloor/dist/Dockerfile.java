package io.watchfloor.dist;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * A Dockerfile whose commands are run in order without Docker: each stage is a folder,
 * and the images that stages begin with are this machine.
 */
final class Dockerfile {

	private final Path context;

	private final Path root;

	private final Map<String, String> environment;

	private final Map<String, Path> stages = new HashMap<>();

	private final Map<String, String> settings = new HashMap<>();

	private Path stage;

	private Path workFolder;

	/**
	 * Create one that has not been run.
	 * @param context the folder that files are copied from
	 * @param root the folder that stages become folders of
	 * @param environment what commands find in their environment
	 */
	Dockerfile(Path context, Path root, Map<String, String> environment) {
		this.context = context;
		this.root = root;
		this.environment = environment;
		this.stage = root;
		this.workFolder = root;
	}

	/**
	 * Run all commands.
	 * @return the folder that the image would be
	 */
	Path run(Path file) throws IOException, InterruptedException {
		for (String line : Files.readString(file).replaceAll("(?m)^#.*\n", "").replace("\\\n", " ").split("\n")) {
			if (!line.isBlank()) {
				String[] words = line.strip().split("\\s+", 2);
				run(words[0], words[1].strip());
			}
		}
		return this.stage;
	}

	/**
	 * The argument of a command that says how the image is run.
	 */
	String setting(String command) {
		return Objects.requireNonNull(this.settings.get(command), command);
	}

	/**
	 * The command line in a setting that has one, with its program where it is now.
	 */
	List<String> commandLine(String command) {
		String setting = setting(command);
		List<String> line = new ArrayList<>(
				List.of(new JsonMapper().readValue(setting.substring(setting.indexOf('[')), String[].class)));
		line.set(0, this.stage + line.get(0));
		return line;
	}

	private void run(String command, String argument) throws IOException, InterruptedException {
		switch (command) {
			case "FROM" -> beginStage(argument.split("\\s+"));
			case "WORKDIR" -> this.workFolder = Files.createDirectories(inStage(argument));
			case "COPY" -> copy(List.of(argument.split("\\s+")));
			case "RUN" -> Started.run(List.of("sh", "-c", argument), this.workFolder, this.environment);
			case "ARG", "LABEL", "USER", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT" -> this.settings.put(command, argument);
			default -> throw new IllegalArgumentException("This test does not know " + command);
		}
	}

	private void beginStage(String[] words) throws IOException {
		this.stage = Files.createDirectories(this.root.resolve("stage-" + this.stages.size()));
		this.workFolder = this.stage;
		this.stages.put((words.length == 3) ? words[2] : "", this.stage);
		this.settings.clear();
	}

	private Path inStage(String path) {
		return path.startsWith("/") ? Path.of(this.stage + path) : this.workFolder.resolve(path).normalize();
	}

	private void copy(List<String> words) throws IOException {
		Path from = this.context;
		int first = 0;
		if (words.get(0).startsWith("--from=")) {
			from = Objects.requireNonNull(this.stages.get(words.get(0).substring("--from=".length())));
			first = 1;
		}
		String target = words.get(words.size() - 1);
		for (String source : words.subList(first, words.size() - 1)) {
			Path found = find(from, source.replaceFirst("^/", ""));
			copy(found, (target.endsWith("/") && !Files.isDirectory(found))
					? inStage(target).resolve(found.getFileName()) : inStage(target));
		}
	}

	private static Path find(Path folder, String pattern) throws IOException {
		PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.replaceFirst("/$", ""));
		try (Stream<Path> files = Files.walk(folder.resolve(pattern.replaceFirst("[^/]*/?$", "")), 1)) {
			return files.filter((file) -> matcher.matches(folder.relativize(file)))
				.findFirst()
				.orElseThrow(() -> new IOException("There is no " + pattern + " in " + folder));
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Path copy = to.resolve(from.relativize(file).toString());
				if (Files.isDirectory(file)) {
					Files.createDirectories(copy);
				}
				else {
					Files.createDirectories(Objects.requireNonNull(copy.getParent()));
					Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
				}
			}
		}
	}

}
