package io.watchfloor.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Knows the names of ATT&amp;CK techniques, from {@code attack-techniques.properties},
 * and what became of retired ids, from {@code attack-retired.properties}. Both name their
 * release and licence.
 */
public final class TechniqueNames {

	private static final Map<String, String> NAMES = read("attack-techniques.properties");

	private static final Map<String, String> RETIRED = read("attack-retired.properties");

	private TechniqueNames() {
	}

	/**
	 * Return the release of ATT&amp;CK that the names are from.
	 * @return such as {@code 19}
	 */
	public static String release() {
		return NAMES.getOrDefault("release", "");
	}

	/**
	 * Return the name of a technique.
	 * @param id such as {@code T1059.001}
	 * @return such as {@code Command and Scripting Interpreter: PowerShell}, or
	 * {@code null} if the file does not have it
	 */
	public static @Nullable String of(String id) {
		String name = NAMES.get(id);
		int dot = id.indexOf('.');
		String technique = (dot > 0) ? NAMES.get(id.substring(0, dot)) : null;
		return (name != null && technique != null) ? technique + ": " + name : name;
	}

	/**
	 * Return the successor of a revoked technique.
	 * @param id such as {@code T1562.001}
	 * @return such as {@code T1685}, or {@code null} if the technique is in use or has no
	 * successor
	 */
	public static @Nullable String successor(String id) {
		String successor = RETIRED.getOrDefault(id, "");
		return (successor.isEmpty()) ? null : successor;
	}

	/**
	 * Return whether the release has retired a technique.
	 */
	public static boolean isRetired(String id) {
		return RETIRED.containsKey(id);
	}

	private static Map<String, String> read(String name) {
		try (InputStream file = Objects.requireNonNull(TechniqueNames.class.getResourceAsStream(name))) {
			Properties names = new Properties();
			names.load(new InputStreamReader(file, StandardCharsets.UTF_8));
			return names.stringPropertyNames()
				.stream()
				.collect(Collectors.toUnmodifiableMap((id) -> id, names::getProperty));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
