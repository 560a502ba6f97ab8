package io.watchfloor.signin.redis;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.support.Balancer;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.LogLines;
import io.watchfloor.support.RedisServer;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.SlowProxy;
import io.watchfloor.support.TriagePage;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import io.watchfloor.support.WatchfloorProcess;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * When Redis or a node fails, a page says so within two seconds, nobody is signed in as
 * somebody else, and everything goes on by itself afterwards. Throughout, the two nodes'
 * clocks are a minute apart, a key is half exchanged, and Redis lets Watchfloor do no
 * more than {@code operating.md} asks for.
 */
@IntegrationTest
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisFailureTests {

	private static final String QUEUE = "/incidents?range=7d";

	private static final Duration LONGEST = Duration.ofSeconds(2);

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private static final String PASSWORD = "p@ss/word";

	private static final String[] USER = ("--user watchfloor on >" + PASSWORD
			+ " ~watchfloor:* resetchannels +@read +@write +@connection +@scripting +time -@dangerous -@admin")
		.split(" ");

	@RegisterExtension
	private final LogLines log = new LogLines();

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());

	private RedisServer redis;

	private RedisClient client;

	private StatefulRedisConnection<String, String> admin;

	private SlowProxy proxy;

	private Balancer balancer;

	private Path keys;

	private RunningWatchfloor one;

	private RunningWatchfloor other;

	@BeforeAll
	void start(@TempDir Path folder) throws IOException {
		this.redis = RedisServer.start(USER);
		this.client = RedisClient.create(this.redis.url());
		this.admin = this.client.connect();
		this.proxy = SlowProxy.to(this.redis.port());
		this.balancer = Balancer.start();
		this.sandbox.registerRedirect(this.balancer.origin() + "/login/oauth2/code/entra");
		this.sandbox.registerRedirect(this.balancer.origin() + "/");
		this.keys = keys(folder.resolve("keys"), 'a', 'b');
		this.one = node(this.keys, Clock.systemUTC());
		this.other = node(keys(folder.resolve("exchanged"), 'b', 'a'),
				Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)));
		for (RunningWatchfloor node : List.of(this.one, this.other)) {
			this.balancer.add(URI.create(node.origin()).getPort());
		}
	}

	private static Path keys(Path file, char... letters) throws IOException {
		StringBuilder keys = new StringBuilder();
		for (char letter : letters) {
			byte[] key = new byte[32];
			Arrays.fill(key, (byte) letter);
			keys.append(Base64.getEncoder().encodeToString(key)).append('\n');
		}
		return Files.writeString(file, keys);
	}

	private RunningWatchfloor node(Path keyFile, Clock clock) {
		return RunningWatchfloor.at(clock, settings(keyFile), "--spring.profiles.active=metrics",
				"--management.server.port=0", "--server.servlet.session.timeout=" + TIMEOUT,
				// A connection for each request, so that the next one goes to the other
				// node
				"--server.tomcat.max-keep-alive-requests=1");
	}

	private Map<String, String> settings(Path keyFile) {
		Map<String, String> settings = new HashMap<>(this.sandbox.settings());
		settings.put("WATCHFLOOR_URL", this.balancer.origin());
		settings.put("WATCHFLOOR_REDIS_URL", "redis://watchfloor:p%40ss%2Fword@127.0.0.1:" + this.proxy.port());
		settings.put("WATCHFLOOR_SESSION_KEY_FILE", keyFile.toString());
		settings.put("WATCHFLOOR_TRIAGE", "true");
		return settings;
	}

	@AfterAll
	void stop() throws IOException {
		this.one.close();
		this.other.close();
		this.client.shutdown();
		this.balancer.close();
		this.proxy.close();
		this.redis.close();
		this.sandbox.close();
	}

	@BeforeEach
	void beginAfresh() {
		this.sandbox.entra().reset();
		this.sandbox.bean(DefenderControls.class).reset();
		redis().flushall();
		// What the test before has broken may be noticed by the node only now
		isUp();
	}

	private RedisCommands<String, String> redis() {
		return this.admin.sync();
	}

	private Visitor signedIn(SandboxAccount account) {
		Visitor visitor = new Visitor(this.balancer.origin());
		assertThat(visitor.signIn(account, QUEUE).pathAndQuery()).isEqualTo(QUEUE);
		return visitor;
	}

	@Test
	void aUserOfRedisWhoMayDoLittleIsEnough() {
		redis().aclLogReset();
		this.sandbox.entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		isSignedIn(visitor, SandboxAccount.ANALYST);
		visitor.submit(visitor.open("/token"), "/logout");
		// Once more, begun on the other node, and with the other key
		Visitor another = new Visitor(this.balancer.origin());
		another.ask("/");
		assertThat(another.signIn(SandboxAccount.ANALYST, QUEUE).pathAndQuery()).isEqualTo(QUEUE);
		List<String> signIns = this.sandbox.entra().signIns();
		another.ask("/logout/front-channel?sid=" + signIns.get(signIns.size() - 1));
		assertThat(another.ask("/token").status()).isEqualTo(302);
		assertThat(redis().aclLog()).isEmpty();
	}

	private void isSignedIn(Visitor visitor, SandboxAccount account) {
		for (int i = 0; i < 2; i++) {
			Page page = quickly(() -> visitor.ask("/token"));
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.text()).contains(account.displayName());
		}
	}

	@Test
	void whileRedisIsStoppedAPageSaysSoAndAfterwardsPeopleSignInAgain() throws IOException {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		this.redis.stop();
		try {
			unavailable(visitor);
			assertThat(health(this.one)).isEqualTo("DOWN");
		}
		finally {
			this.redis.startAgain();
		}
		recovers(visitor, QUEUE, 302);
		assertThat(visitor.signIn(SandboxAccount.ANALYST, QUEUE).status()).isEqualTo(200);
		isSignedIn(visitor, SandboxAccount.ANALYST);

	}

	@Test
	void whileRedisIsFrozenAPageSaysSoAndAfterwardsPeopleGoOn() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		this.redis.freeze();
		try {
			unavailable(visitor);
			assertThat(health(this.one)).isEqualTo("DOWN");
			Page frontChannel = quickly(() -> visitor.ask("/logout/front-channel?sid=x"));
			assertThat(frontChannel.status()).isEqualTo(503);
		}
		finally {
			this.redis.thaw();
		}
		recovers(visitor, "/token", 200);
		isSignedIn(visitor, SandboxAccount.ANALYST);
	}

	private void unavailable(Visitor visitor) {
		double before = metric("watchfloor_redis_unavailable_total");
		for (int i = 0; i < 2; i++) {
			isUnavailable(quickly(() -> visitor.ask(QUEUE)));
			assertThat(quickly(() -> visitor.ask("/actuator/health")).status()).isEqualTo(200);
			assertThat(quickly(() -> visitor.ask("/actuator/health/readiness")).status()).isEqualTo(200);
			assertThat(quickly(() -> visitor.ask("/icons/no-such.svg")).status()).isEqualTo(404);
			assertThat(quickly(() -> new Visitor(this.balancer.origin()).ask("/")).status()).isEqualTo(200);
		}
		isUnavailable(quickly(() -> visitor.ask(QUEUE)));
		isUnavailable(quickly(() -> visitor.ask(QUEUE)));
		assertThat(metric("watchfloor_redis_unavailable_total")).isGreaterThan(before);
	}

	private static void isUnavailable(Page page) {
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.heading()).isEqualTo("Sessions cannot be reached");
		assertThat(page.text()).containsPattern("Reference.*[0-9a-f-]{36}|[0-9a-f-]{36}");
		assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
		assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void whenRedisFreezesWhileAPageIsMadeThePageIsShown() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		double before = metric("watchfloor_redis_unsaved_total");
		try {
			this.proxy.holdAt("lastAccessedTime");
			// The use of a session is stored again after a while
			await().atMost(TIMEOUT).until(() -> {
				Page page = quickly(() -> visitor.ask("/token"));
				assertThat(page.status()).isEqualTo(200);
				assertThat(page.text()).contains(SandboxAccount.ANALYST.displayName());
				return this.proxy.holds();
			});
		}
		finally {
			this.proxy.release();
		}
		assertThat(metric("watchfloor_redis_unsaved_total")).isGreaterThan(before);
		recovers(visitor, "/token", 200);
	}

	@Test
	void whenRedisFreezesBeforeATokenIsRefreshedItIsRefreshedAllTheSame() {
		this.sandbox.entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		this.sandbox.entra().accessTokenLifetime(Duration.ofHours(1));
		long before = this.sandbox.entra().refreshes();
		try {
			this.proxy.holdAt("watchfloor:refresh:");
			assertThat(quickly(() -> visitor.ask("/token")).status()).isEqualTo(200);
			assertThat(this.proxy.holds()).isTrue();
			assertThat(this.sandbox.entra().refreshes()).isGreaterThan(before);
		}
		finally {
			this.proxy.release();
		}
		recovers(visitor, "/token", 200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "watchfloor:turn:", "watchfloor:data:" })
	void whenRedisFreezesBeforeAnIncidentIsChangedItIsNotAndAPageSaysSo(String command) {
		DefenderControls defender = this.sandbox.bean(DefenderControls.class);
		long id = defender.add((incident) -> incident.putNull("redirectIncidentId"));
		this.sandbox.entra().consents().give(SandboxAccount.LEAD, SandboxApi.DEFENDER);
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		TriagePage page = TriagePage.open(visitor, "/incidents/" + id);
		Map<String, String> change = Map.of("comment", "Looked at");
		try {
			this.proxy.holdAt(command);
			isUnavailable(quickly(() -> page.post(change)));
			assertThat(this.proxy.holds()).isTrue();
		}
		finally {
			this.proxy.release();
		}
		assertThat(defender.writes().done()).isEmpty();
		recovers(visitor, "/token", 200);
		assertThat(page.send(change).result()).startsWith("Written: ");
		assertThat(defender.writes().done()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "watchfloor:open:", "lastAccessedTime" })
	void whenRedisFreezesDuringASignInItIsBegunAgain(String command) {
		Visitor visitor = new Visitor(this.balancer.origin());
		String callback = callback(visitor, SandboxAccount.ANALYST);
		try {
			this.proxy.holdAt(command);
			isUnavailable(quickly(() -> visitor.ask(callback)));
			assertThat(this.proxy.holds()).isTrue();
		}
		finally {
			this.proxy.release();
		}
		recovers(visitor, QUEUE, 302);
		assertThat(visitor.signIn(SandboxAccount.ANALYST, QUEUE).status()).isEqualTo(200);
		isSignedIn(visitor, SandboxAccount.ANALYST);
	}

	@Test
	void whenRedisFreezesDuringTheSignInOfSomebodyElseNobodyIsMistaken() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		String callback = callback(visitor, SandboxAccount.ANALYST);
		try {
			this.proxy.holdAt("binding");
			isUnavailable(quickly(() -> visitor.ask(callback)));
		}
		finally {
			this.proxy.release();
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> visitor.ask("/token").status() != 503);
		Page page = visitor.ask("/token");
		assertThat(page.text()).doesNotContain(SandboxAccount.ANALYST.displayName());
	}

	/**
	 * Sign in up to the address at which Entra's answer comes back.
	 */
	private String callback(Visitor visitor, SandboxAccount account) {
		Page accounts = visitor.open("/sign-in/other-account");
		Element form = accounts.html()
			.select("form")
			.stream()
			.filter((candidate) -> candidate.outerHtml().contains(account.username()))
			.findFirst()
			.orElseThrow();
		Map<String, String> fields = new LinkedHashMap<>();
		form.select("input[name]").forEach((input) -> fields.put(input.attr("name"), input.attr("value")));
		form.select("button[name]")
			.stream()
			.filter((button) -> button.outerHtml().contains(account.username()))
			.forEach((button) -> fields.put(button.attr("name"), button.attr("value")));
		Page page = visitor.post(accounts.uri().resolve(form.attr("action")).toString(), fields);
		while (!page.location().startsWith(this.balancer.origin())) {
			page = visitor.ask(page.uri().resolve(page.location()).toString());
		}
		return page.location();
	}

	@Test
	void whileRedisIsFrozenNobodyIsToldThatTheySignedOut() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		Page page = visitor.open("/token");
		String csrf = Objects.requireNonNull(page.html().selectFirst("form[action=/logout] input[name=_csrf]"))
			.attr("value");
		try {
			this.proxy.holdAt("DEL");
			isUnavailable(quickly(() -> visitor.post("/logout", Map.of("_csrf", csrf))));
		}
		finally {
			this.proxy.release();
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> visitor.ask("/token").status() != 503);
	}

	@Test
	void whileRedisIsFullWhoIsSignedInGoesOnAndOthersAreToldToWait() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		RedisCommands<String, String> redis = redis();
		redis.configSet("maxmemory", "1");
		try {
			isSignedIn(visitor, SandboxAccount.ANALYST);
			Visitor late = new Visitor(this.balancer.origin());
			String callback = callback(late, SandboxAccount.LEAD);
			isUnavailable(quickly(() -> late.ask(callback)));
			assertThat(this.log.lines()).anyMatch((line) -> line.contains("OOM"));
			visitor.submit(visitor.open("/token"), "/logout");
			assertThat(visitor.ask("/token").status()).isEqualTo(302);
		}
		finally {
			redis.configSet("maxmemory", "0");
		}
		isSignedIn(signedIn(SandboxAccount.LEAD), SandboxAccount.LEAD);
	}

	@Test
	void whileThePasswordOfRedisIsWrongPagesAndLogSaySo() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		password("another");
		try {
			unavailable(visitor);
			await().atMost(Duration.ofSeconds(30)).until(() -> {
				isUnavailable(visitor.ask(QUEUE));
				return this.log.lines().stream().anyMatch((line) -> line.contains("WRONGPASS"));
			});
			assertThat(this.log.lines()).noneMatch((line) -> line.contains(PASSWORD));
			String health = new Visitor(this.one.managementOrigin()).ask("/actuator/health").text();
			assertThat(health).contains("\"redis\"").contains("DOWN").doesNotContain(PASSWORD);
		}
		finally {
			password(PASSWORD);
		}
		recovers(visitor, "/token", 200);
	}

	private void password(String password) {
		RedisCommands<String, String> redis = redis();
		redis.dispatch(CommandType.ACL, new StatusOutput<>(StringCodec.UTF8),
				new CommandArgs<>(StringCodec.UTF8).add("SETUSER")
					.add("watchfloor")
					.add("resetpass")
					.add(">" + password));
		redis.clientKill(KillArgs.Builder.user("watchfloor"));
	}

	@Test
	void whileRedisIsSlowPagesAndSignInsComeInTime() {
		// Redis has the scripts from then on, and both nodes have shown such a page
		Visitor first = signedIn(SandboxAccount.LEAD);
		first.ask(QUEUE);
		first.ask(QUEUE);
		this.proxy.delay(Duration.ofMillis(300));
		try {
			Visitor visitor = new Visitor(this.balancer.origin());
			String callback = callback(visitor, SandboxAccount.ANALYST);
			assertThat(quickly(() -> visitor.ask(callback)).status()).isEqualTo(302);
			for (String page : List.of(QUEUE, QUEUE, "/token", "/token")) {
				assertThat(quickly(() -> visitor.ask(page)).status()).isEqualTo(200);
			}
		}
		finally {
			this.proxy.delay(Duration.ZERO);
		}
	}

	@Test
	void aConnectionThatHasSilentlyGoneIsGivenUp() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		this.proxy.loseConnections();
		for (int i = 0; i < 2; i++) {
			isUnavailable(quickly(() -> visitor.ask("/token")));
		}
		recovers(visitor, "/token", 200);
		isSignedIn(visitor, SandboxAccount.ANALYST);
	}

	@Test
	void aNodeKilledWhileItRefreshesATokenKeepsNobodyWaiting() throws Exception {
		this.sandbox.entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		this.sandbox.entra().delayTokens(Duration.ofSeconds(5));
		int port = WatchfloorProcess.freePort();
		try (WatchfloorProcess node = WatchfloorProcess.start(port, settings(this.keys))) {
			CompletableFuture<Page> answer = CompletableFuture.supplyAsync(
					() -> new Visitor("http://localhost:" + port).ask("/token", "Cookie", visitor.cookieHeader()));
			await().atMost(Duration.ofSeconds(30))
				.failFast(answer::isDone)
				.until(() -> !redis().keys("watchfloor:refresh:*").isEmpty());
			node.kill();
		}
		this.sandbox.entra().delayTokens(Duration.ZERO);
		assertThat(quickly(() -> visitor.ask("/token")).status()).isEqualTo(200);
		isSignedIn(visitor, SandboxAccount.ANALYST);
		assertThat(redis().keys("*")).allMatch((key) -> redis().pttl(key) > 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "something new", "io.watchfloor.signin.SessionTokenRepository",
			HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY })
	void whatAnotherVersionHasInASessionIsNoError(String attribute) {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		write(id(visitor), attribute);
		boolean needed = !attribute.startsWith("something");
		for (int i = 0; i < 2; i++) {
			assertThat(visitor.ask("/token").status()).isEqualTo(needed ? 302 : 200);
		}
		visitor.signIn(SandboxAccount.ANALYST, QUEUE);
		isSignedIn(visitor, SandboxAccount.ANALYST);
		assertThat(metric("watchfloor_redis_unreadable_total{reason=\"version\"}")).isPositive();
	}

	/**
	 * Give a session an attribute of a class that sessions do not have.
	 */
	private void write(String id, String attribute) {
		EncryptedSessionRepository<?> sessions = (EncryptedSessionRepository<?>) this.one.ownBeans()
			.stream()
			.filter(EncryptedSessionRepository.class::isInstance)
			.findFirst()
			.orElseThrow();
		write(sessions, id, attribute);
	}

	private static <S extends Session> void write(EncryptedSessionRepository<S> sessions, String id, String attribute) {
		EncryptedSession<S> session = Objects.requireNonNull(sessions.findById(id));
		session.setAttribute(attribute, new File("a class of another version"));
		sessions.save(session);
	}

	private static String id(Visitor visitor) {
		return visitor.sessionCookie().replaceAll("watchfloor-\\d+=([^;]*).*", "$1");
	}

	@Test
	void aNodeWithAnotherKeyDestroysNoSessionAndSaysWhy(@TempDir Path folder) throws IOException {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		try (RunningWatchfloor stranger = node(keys(folder.resolve("wrong"), 'c'), Clock.systemUTC());
				Balancer between = Balancer.start()) {
			Visitor there = new Visitor(stranger.origin());
			Page page = there.ask(QUEUE, "Cookie", visitor.cookieHeader());
			assertThat(page.status()).isEqualTo(302);
			assertThat(page.headers().allValues("Set-Cookie")).noneMatch(
					(cookie) -> cookie.startsWith("watchfloor-" + URI.create(this.balancer.origin()).getPort() + "="));
			assertThat(there.ask("/", "Cookie", visitor.cookieHeader()).status()).isEqualTo(200);
			assertThat(this.log.lines()).anyMatch((line) -> line.contains("wrong WATCHFLOOR_SESSION_KEY_FILE"));
			assertThat(metric(stranger, "watchfloor_redis_unreadable_total{reason=\"key\"}")).isPositive();
			isSignedIn(visitor, SandboxAccount.ANALYST);
			between.add(URI.create(stranger.origin()).getPort());
			between.add(URI.create(this.one.origin()).getPort());
			// Ends: Visitor fails at redirects without end
			assertThat(new Visitor(between.origin()).signIn(SandboxAccount.LEAD, QUEUE).status()).isNotEqualTo(500);
		}
	}

	/**
	 * Make a request, and see that it is answered in time: by a machine that has some.
	 */
	private static Page quickly(Supplier<Page> request) {
		Instant asked = Instant.now();
		Page page = request.get();
		OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
		double waiting = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
		Duration limit = Duration.ofMillis((long) (LONGEST.toMillis() * Math.max(1, waiting)));
		assertThat(Duration.between(asked, Instant.now())).as("%s", page.uri()).isLessThan(limit);
		return page;
	}

	private void recovers(Visitor visitor, String address, int status) {
		isUp();
		for (int i = 0; i < 2; i++) {
			assertThat(visitor.ask(address).status()).isEqualTo(status);
		}
	}

	private void isUp() {
		await().atMost(Duration.ofSeconds(30))
			.until(() -> "UP".equals(health(this.one)) && "UP".equals(health(this.other)));
	}

	private static String health(RunningWatchfloor node) {
		String health = new Visitor(node.managementOrigin()).ask("/actuator/health").text();
		Matcher redis = Pattern.compile("\"redis\":\\{.*?\"status\":\"([A-Z]+)\"").matcher(health);
		return redis.find() ? redis.group(1) : health;
	}

	private double metric(String name) {
		return metric(this.one, name) + metric(this.other, name);
	}

	private static double metric(RunningWatchfloor node, String name) {
		return new Visitor(node.managementOrigin()).ask("/actuator/prometheus")
			.text()
			.lines()
			.filter((line) -> line.startsWith(name))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

}
