package io.watchfloor.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Compose files say nothing that they do not explain: names of secrets, networks and
 * services, the variables in {@code .env}, and those of nginx's template.
 */
class ComposeFilesTests {

	private static final Path DIST = Path.of("src/dist");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");

	private final Map<?, ?> one = read("compose.yaml");

	private final Map<?, ?> nodes = read("compose.nodes.yaml");

	@Test
	void whatServicesUseIsDeclared() {
		for (String kind : List.of("secrets", "networks")) {
			Set<String> declared = new TreeSet<>(names(child(this.one, kind)));
			assertThat(declared).containsAll(used(this.one, kind));
			declared.addAll(names(child(this.nodes, kind)));
			assertThat(declared).containsAll(used(this.nodes, kind));
		}
	}

	@Test
	void variablesAreInTheExampleOfTheirFile() throws IOException {
		String example = Files.readString(DIST.resolve("env.example"));
		for (String file : List.of("compose.yaml", "compose.nodes.yaml")) {
			assertThat(variables(Files.readString(DIST.resolve(file)).replaceAll("(?m)^#.*", "")))
				.allSatisfy((variable) -> assertThat(example).containsPattern("(?m)^#?" + variable + "="));
		}
	}

	@Test
	void nginxIsToldWhatItsTemplateAsksFor() throws IOException {
		Set<String> asked = variables(Files.readString(DIST.resolve("nginx.conf.template")));
		assertThat(names(child(child(child(this.one, "services"), "nginx"), "environment"))).isEqualTo(asked);
	}

	@Test
	void everyNodeIsHardenedSharesAllAndIsKnownToNginx() {
		Map<?, ?> services = child(this.nodes, "services");
		String servers = String.valueOf(child(child(services, "nginx"), "environment").get("WATCHFLOOR_SERVERS"));
		for (String node : List.of("watchfloor", "watchfloor-2")) {
			Map<?, ?> service = child(services, node);
			assertThat(names(child(service, "environment"))).containsExactly("WATCHFLOOR_REDIS_URL",
					"WATCHFLOOR_SESSION_KEY_FILE");
			assertThat(servers).contains("server " + node + ":8080;");
		}
		assertThat(child(child(services, "watchfloor-2"), "extends"))
			.isEqualTo(Map.of("file", "compose.yaml", "service", "watchfloor"));
	}

	private static Set<String> used(Map<?, ?> file, String kind) {
		Set<String> used = new TreeSet<>();
		for (Object service : child(file, "services").values()) {
			used.addAll(names(((Map<?, ?>) service).get(kind)));
		}
		return used;
	}

	/**
	 * The names in a list, or those that a mapping gives something.
	 */
	private static Set<String> names(@Nullable Object named) {
		Collection<?> names = (named instanceof Map<?, ?> map) ? map.keySet()
				: (named instanceof Collection<?> list) ? list : new ArrayList<>();
		return new TreeSet<>(names.stream().map(String::valueOf).toList());
	}

	private static Map<?, ?> child(Map<?, ?> parent, String name) {
		return (parent.get(name) instanceof Map<?, ?> child) ? child : new LinkedHashMap<>();
	}

	private static Set<String> variables(String text) {
		Set<String> variables = new TreeSet<>();
		Matcher matcher = VARIABLE.matcher(text);
		while (matcher.find()) {
			variables.add(matcher.group(1));
		}
		return variables;
	}

	private static Map<?, ?> read(String file) {
		try {
			return new Yaml().load(Files.readString(DIST.resolve(file)));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
