package io.watchfloor.web.frame;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import io.watchfloor.sandbox.SandboxAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The addresses of scripts: one version in all of them, so that scripts can import each
 * other.
 */
class ScriptAddressTests extends SandboxTest {

	private static final Pattern VERSIONED = Pattern.compile("(/js/[0-9a-f]{32})/[a-z]+/.+\\.js");

	private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|export)\\b[^\"]*\"(\\.[^\"]+)\";$");

	@ParameterizedTest
	@ValueSource(strings = { "/", "/incidents", "/incidents/960001", "/sweep", "/token" })
	void whatAPagesScriptsImportIsServedInTheSameVersionToEverybodyAndKeptForAYear(String address) {
		List<String> scripts = scripts(signedIn(SandboxAccount.LEAD).open(address));
		assertThat(scripts).isNotEmpty();
		assertThat(Stream.concat(scripts.stream(), imported(scripts)).map(ScriptAddressTests::version))
			.containsOnly(version(scripts.get(0)));
	}

	/**
	 * As a page does whose own node has another version, while nodes are upgraded.
	 */
	@Test
	void aFileOfAnotherVersionIsAnsweredWithThisOnesAndStoredByNobody() {
		Page page = signedIn(SandboxAccount.LEAD).open("/incidents/960001");
		List<String> files = Stream
			.of(page.html().select("script[type=module]").eachAttr("src"),
					page.html().select("link[rel=stylesheet], link[rel=icon]").eachAttr("href"))
			.flatMap(List::stream)
			.toList();
		assertThat(files).anyMatch((file) -> file.endsWith(".css")).anyMatch((file) -> file.endsWith(".svg"));
		for (String file : files) {
			String other = file.replaceFirst("[0-9a-f]{32}", "0123456789abcdef0123456789abcdef");
			assertThat(other).isNotEqualTo(file);
			Page answer = visitor().ask(other);
			assertThat(answer.status()).as(other).isEqualTo(200);
			assertThat(answer.text()).isEqualTo(visitor().ask(file).text());
			assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
			assertThat(answer.headers().map()).containsKey("content-security-policy").doesNotContainKey("set-cookie");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/js/0123456789abcdef0123456789abcdef/queue/none.js",
			"/css/frame/none-0123456789abcdef0123456789abcdef.css", "/js/0123456789abcdef/queue/queue.js",
			"/css/frame/app-0123.css" })
	void whatNoVersionHasIsNotFound(String address) {
		assertThat(visitor().ask(address).status()).isEqualTo(404);
	}

	private static List<String> scripts(Page page) {
		return page.html().select("script[type=module]").eachAttr("src");
	}

	/**
	 * The scripts that some import, those that these import, and so on.
	 */
	private Stream<String> imported(List<String> scripts) {
		Visitor stranger = visitor();
		Deque<String> unread = new ArrayDeque<>(scripts);
		Set<String> read = new LinkedHashSet<>();
		while (!unread.isEmpty()) {
			String script = unread.remove();
			if (read.add(script)) {
				Page answer = stranger.ask(script);
				assertThat(answer.status()).as(script).isEqualTo(200);
				assertThat(answer.headers().firstValue("Content-Type")).as(script).contains("text/javascript");
				assertThat(answer.headers().firstValue("Cache-Control")).as(script)
					.contains("max-age=31536000, public");
				IMPORT.matcher(answer.text())
					.results()
					.map((MatchResult found) -> URI.create(script).resolve(found.group(1)).toString())
					.forEach(unread::add);
			}
		}
		return read.stream();
	}

	private static String version(String script) {
		assertThat(script).matches(VERSIONED);
		return VERSIONED.matcher(script).replaceFirst("$1");
	}

}
