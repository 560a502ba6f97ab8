package io.watchfloor.benchmark;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;

/**
 * The started application under load on loopback: the queue's page, a poll of it, and for
 * comparison a file of the page's bytes, which passes the same filters in the same
 * session. Application, sandbox and whoever asks are one process.
 */
public final class PageLoad {

	private static final int INCIDENTS = 3_000;

	private static final int ROWS = 50;

	private static final String PAGE = "/incidents";

	private static final String EVERYTHING = "/incidents?range=180d";

	private static final Duration WARM_UP = Duration.ofSeconds(8);

	private static final Duration ROUND = Duration.ofSeconds(3);

	private static final int ROUNDS = 3;

	private PageLoad() {
	}

	/**
	 * Measure.
	 * @return how often each is answered
	 */
	public static List<Rate> measure() {
		try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, INCIDENTS, false, List.of(), true))) {
			Path files = Files.createTempDirectory("watchfloor-load");
			try (RunningWatchfloor watchfloor = RunningWatchfloor.with(settings(sandbox),
					"--spring.web.resources.static-locations=classpath:/static/," + files.toUri())) {
				sandbox.registerRedirect(watchfloor.origin() + "/login/oauth2/code/entra");
				return measure(watchfloor, files.resolve("page.html"));
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Nothing is throttled, and nothing is read from the API while pages are counted.
	 */
	private static Map<String, String> settings(Sandbox sandbox) {
		Map<String, String> settings = new HashMap<>(sandbox.settings());
		settings.put("DEFENDER_CALLS_PER_MINUTE", "10000");
		settings.put("DEFENDER_CALLS_PER_HOUR", "100000");
		settings.put("WATCHFLOOR_FRESHNESS", "1h");
		settings.put("server.tomcat.max-keep-alive-requests", "-1");
		settings.put("logging.level.root", "warn");
		settings.put("spring.main.banner-mode", "off");
		return settings;
	}

	private static List<Rate> measure(RunningWatchfloor watchfloor, Path file) throws Exception {
		Visitor visitor = watchfloor.visitor();
		visitor.signIn(SandboxAccount.LEAD, "/token");
		readAll(visitor);
		Files.writeString(file, page(visitor).text());
		int port = URI.create(watchfloor.origin()).getPort();
		String name = "/" + file.getFileName();
		List<String> plain = List.of("Cookie: " + visitor.cookieHeader());
		List<String> gzip = List.of(plain.get(0), "Accept-Encoding: gzip");
		Load files = new Load(port, name, plain, false);
		Load pages = new Load(port, PAGE, plain, false);
		Load polls = new Load(port, PAGE, plain, true);
		Load zippedFiles = new Load(port, name, gzip, false);
		Load zippedPages = new Load(port, PAGE, gzip, false);
		run(List.of(files, pages, polls, zippedFiles, zippedPages), visitor);
		return List.of(Rate.of("a file of the page's bytes", files, files), Rate.of("a page of 50 rows", pages, files),
				Rate.of("a poll of it, answered 304", polls, files),
				Rate.of("the file, compressed on the way", zippedFiles, zippedFiles),
				Rate.of("the page, compressed on the way", zippedPages, zippedFiles));
	}

	/**
	 * Rounds take turns, so that whatever else happens on the machine happens to all.
	 */
	private static void run(List<Load> loads, Visitor visitor) throws Exception {
		for (Load load : loads) {
			load.run(WARM_UP);
		}
		for (int round = 0; round < ROUNDS; round++) {
			for (Load load : loads) {
				load.measure(ROUND);
			}
			page(visitor);
		}
	}

	private static void readAll(Visitor visitor) {
		Page page = visitor.open(EVERYTHING);
		while (page.html().selectFirst("[data-reading]") != null) {
			page = visitor.open(EVERYTHING);
		}
	}

	/**
	 * The page, which must have its rows.
	 */
	private static Page page(Visitor visitor) {
		Page page = visitor.open(PAGE);
		int rows = page.html().select("tbody tr").size();
		if (page.status() != 200 || rows != ROWS) {
			throw new IllegalStateException(page.status() + " with " + rows + " rows");
		}
		return page;
	}

	/**
	 * How often something is answered.
	 *
	 * @param what what is asked for
	 * @param bytes the size of the answer's body, as sent
	 * @param perSecond answers a second, the median of several rounds
	 * @param share in proportion to the file
	 */
	public record Rate(String what, long bytes, double perSecond, double share) {

		public static Rate of(String what, Load load, Load file) {
			return new Rate(what, load.length(), load.median(), load.median() / file.median());
		}

	}

}
