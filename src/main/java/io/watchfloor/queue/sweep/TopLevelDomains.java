package io.watchfloor.queue.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows the top-level domains of the Internet, from {@code top-level-domains.txt}, which
 * names its source and version.
 */
final class TopLevelDomains {

	private static final Set<String> ALL = read();

	/**
	 * Those that files end in more often than names of hosts that a report writes out.
	 */
	private static final Set<String> FILE_ENDINGS = Set.of("am", "bz", "cab", "cat", "dot", "inc", "md", "mo", "mov",
			"one", "pl", "pm", "ps", "pub", "py", "rs", "sh", "so", "zip");

	private TopLevelDomains() {
	}

	/**
	 * Return whether a host is in one of them.
	 * @param host the host, as {@link CanonicalForm} writes it
	 */
	static boolean have(String host) {
		int dot = host.lastIndexOf('.');
		return dot > 0 && ALL.contains(host.substring(dot + 1));
	}

	/**
	 * Return whether a host of two parts may as well be the name of a file, such as
	 * {@code install.sh}.
	 */
	static boolean mayBeFile(String host) {
		int dot = host.lastIndexOf('.');
		return host.indexOf('.') == dot && FILE_ENDINGS.contains(host.substring(dot + 1));
	}

	private static Set<String> read() {
		try (InputStream file = Objects
			.requireNonNull(TopLevelDomains.class.getResourceAsStream("top-level-domains.txt"))) {
			return new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines()
				.filter((line) -> !line.startsWith("#"))
				.flatMap((line) -> Stream.of(line.split(" ", -1)))
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
