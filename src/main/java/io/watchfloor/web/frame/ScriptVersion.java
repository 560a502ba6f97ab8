package io.watchfloor.web.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.Assert;
import org.springframework.util.DigestUtils;

/**
 * Computes the version that all scripts share from what they contain. The project's own
 * version would not do: builds of a snapshot have the same one, and browsers keep scripts
 * for a year.
 */
final class ScriptVersion {

	private ScriptVersion() {
	}

	/**
	 * Compute the version of all scripts below a folder.
	 * @param folder where the scripts are, such as {@code classpath:/static/js/}
	 * @return 32 hexadecimal digits, others whenever the content of a script changes and
	 * whenever one is added, removed or renamed
	 * @throws IllegalStateException if there are no scripts
	 */
	static String of(String folder) {
		try {
			PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
			int start = resources.getResource(folder).getURI().toString().length();
			List<String> lines = new ArrayList<>();
			for (Resource script : resources.getResources(folder + "**/*.js")) {
				String path = script.getURI().toString().substring(start);
				lines.add(path + " " + DigestUtils.md5DigestAsHex(script.getContentAsByteArray()));
			}
			Assert.state(!lines.isEmpty(), "No scripts in " + folder);
			Collections.sort(lines);
			return DigestUtils.md5DigestAsHex(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
