package io.watchfloor.web;

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
 * The names of ATT&amp;CK techniques, from {@code attack-techniques.properties}, which
 * names its version and licence.
 */
final class TechniqueNames {

	private static final Map<String, String> NAMES = read();

	private TechniqueNames() {
	}

	/**
	 * What a technique is called.
	 * @param id such as {@code T1059.001}
	 * @return such as {@code Command and Scripting Interpreter: PowerShell}, or
	 * {@code null} when the file does not name it
	 */
	static @Nullable String of(String id) {
		String name = NAMES.get(id);
		int dot = id.indexOf('.');
		String technique = (dot > 0) ? NAMES.get(id.substring(0, dot)) : null;
		return (name != null && technique != null) ? technique + ": " + name : name;
	}

	private static Map<String, String> read() {
		try (InputStream file = Objects
			.requireNonNull(TechniqueNames.class.getResourceAsStream("attack-techniques.properties"))) {
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
