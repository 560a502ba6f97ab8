package io.watchfloor.web.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Keeps rendered pages in {@code target/pages}, to be looked at in a browser.
 */
public final class Pages {

	private static final Path DIRECTORY = Path.of("target", "pages");

	private Pages() {
	}

	public static void keep(String name, MvcTestResult page) {
		try {
			Files.createDirectories(DIRECTORY);
			Files.writeString(DIRECTORY.resolve(name + ".html"), page.getResponse().getContentAsString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
