package io.watchfloor.signin.redis;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.signin.session.SessionDataKeys;
import io.watchfloor.signin.session.SessionExpired;
import io.watchfloor.support.AuditTrail;
import io.watchfloor.support.Balancer;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.RedisServer;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.Visitor.Page;
import io.watchfloor.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two nodes with one Redis are one Watchfloor, whichever of them answers a request: here
 * each answers every other one, and their clocks are a minute apart.
 */
@IntegrationTest
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTests {

	/**
	 * How much the clocks of the nodes differ.
	 */
	private static final Duration BETWEEN_CLOCKS = Duration.ofMinutes(1);

	private static final String SIGNED_OUT = "You are signed out";

	private static final String QUEUE = "/incidents?range=7d";

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());

	private RedisServer redis;

	private RedisClient client;

	private Balancer balancer;

	private RunningWatchfloor one;

	private RunningWatchfloor other;

	@BeforeAll
	void start(@TempDir Path folder) throws IOException {
		this.redis = RedisServer.start();
		this.client = RedisClient.create(this.redis.url());
		this.balancer = Balancer.start();
		this.sandbox.registerRedirect(this.balancer.origin() + "/login/oauth2/code/entra");
		this.sandbox.registerRedirect(this.balancer.origin() + "/");
		this.one = node(Clock.systemUTC(), Files.writeString(folder.resolve("key"), key('a')));
		this.other = node(Clock.offset(Clock.systemUTC(), BETWEEN_CLOCKS),
				Files.writeString(folder.resolve("two-keys"), key('a') + "\n" + key('b')));
	}

	private RunningWatchfloor node(Clock clock, Path keyFile) {
		Map<String, String> settings = new HashMap<>(this.sandbox.settings());
		settings.put("WATCHFLOOR_URL", this.balancer.origin());
		settings.put("WATCHFLOOR_REDIS_URL", this.redis.url());
		settings.put("WATCHFLOOR_SESSION_KEY_FILE", keyFile.toString());
		// A connection for each request, so that the next one goes to the other node
		settings.put("server.tomcat.max-keep-alive-requests", "1");
		RunningWatchfloor node = RunningWatchfloor.at(clock, settings);
		this.balancer.add(URI.create(node.origin()).getPort());
		return node;
	}

	private static String key(char letter) {
		byte[] key = new byte[32];
		Arrays.fill(key, (byte) letter);
		return Base64.getEncoder().encodeToString(key);
	}

	@AfterAll
	void stop() throws IOException {
		this.one.close();
		this.other.close();
		this.client.shutdown();
		this.balancer.close();
		this.redis.close();
		this.sandbox.close();
	}

	@BeforeEach
	void beginAfresh() {
		this.sandbox.entra().reset();
		redis().flushall();
	}

	private RedisCommands<String, String> redis() {
		return this.client.connect().sync();
	}

	private Visitor signedIn(SandboxAccount account) {
		Visitor visitor = new Visitor(this.balancer.origin());
		assertThat(visitor.signIn(account, QUEUE).pathAndQuery()).isEqualTo(QUEUE);
		return visitor;
	}

	@Test
	void whoeverSignedInOnOneNodeIsSignedInOnTheOther() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		for (int i = 0; i < 4; i++) {
			Page page = visitor.ask(QUEUE);
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.text()).contains(SandboxAccount.ANALYST.username());
		}
		assertThat(visitor.sessionCookie()).contains("; Path=/").contains("HttpOnly").contains("SameSite=Lax");
	}

	@Test
	void whoeverSignsOutOnOneNodeIsSignedOutOnTheOther() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		Visitor thief = new Visitor(this.balancer.origin());
		String cookies = visitor.cookieHeader();
		assertThat(thief.ask("/token", "Cookie", cookies).status()).isEqualTo(200);
		visitor.submit(visitor.open("/token"), "/logout");
		for (int i = 0; i < 2; i++) {
			assertThat(thief.ask("/token", "Cookie", cookies).status()).isEqualTo(302);
		}
		assertThat(redis().keys("*sessions*")).isEmpty();
	}

	@Test
	void bothNodesTogetherRefreshATokenOnce() throws Exception {
		this.sandbox.entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		this.sandbox.entra().accessTokenLifetime(Duration.ofHours(1));
		// Longer than a node that died keeps the others waiting
		this.sandbox.entra().delayTokens(Duration.ofMillis(2_500));
		long before = this.sandbox.entra().refreshes();
		assertThat(atOnce(Collections.nCopies(10, () -> visitor.ask("/token")))).extracting(Page::status)
			.containsOnly(200);
		assertThat(this.sandbox.entra().refreshes() - before).isEqualTo(1);
	}

	@Test
	void signingOutElsewhereEndsTheSessionOnBothNodes() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		String signIn = this.sandbox.entra().signIns().get(this.sandbox.entra().signIns().size() - 1);
		Page page = new Visitor(this.balancer.origin()).ask("/logout/front-channel?sid=" + signIn);
		assertThat(page.status()).isEqualTo(204);
		for (int i = 0; i < 2; i++) {
			assertThat(visitor.ask("/token").status()).isEqualTo(302);
		}
	}

	@Test
	void whoEndsTheirOtherSessionsDoesSoOnBothNodes() {
		Visitor left = signedIn(SandboxAccount.ANALYST);
		Visitor colleague = signedIn(SandboxAccount.LEAD);
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		Page ended = visitor.press(visitor.open("/sessions"), "End my other sessions");
		assertThat(ended.html().select(".notice.good").text()).startsWith("1 other session of yours was ended.");
		for (int i = 0; i < 2; i++) {
			assertThat(left.ask("/token").status()).isEqualTo(302);
			assertThat(colleague.ask("/token").status()).isEqualTo(200);
			assertThat(visitor.ask("/token").status()).isEqualTo(200);
		}
	}

	@Test
	void anIdThatASessionHadAMomentAgoIsSentRoundOnBothNodes() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		String before = visitor.cookieHeader();
		visitor.choose(visitor.open("/sign-in/other-account"), SandboxAccount.ANALYST);
		for (RunningWatchfloor node : List.of(this.one, this.other)) {
			Page crossed = node.visitor().ask(QUEUE, "Cookie", before);
			assertThat(crossed.status()).isEqualTo(302);
			assertThat(crossed.location()).endsWith(QUEUE);
			assertThat(crossed.headers().map()).doesNotContainKey("set-cookie");
		}
	}

	@Test
	void signInsOfTwoTabsThatEndAtOnceOneOnEachNodeLeaveOneSession() throws Exception {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		List<Page> begun = List.of(this.one.visitor().ask("/token"), this.other.visitor().ask(QUEUE));
		String cookies = begun.stream()
			.map((page) -> page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", ""))
			.collect(Collectors.joining("; "));
		this.sandbox.entra().delayTokens(Duration.ofSeconds(1));
		List<String> callbacks = begun.stream()
			.map((page) -> visitor.ask(page.location()).location().substring(this.balancer.origin().length()))
			.toList();
		List<Page> ended = atOnce(List.of(() -> this.one.visitor().ask(callbacks.get(0), "Cookie", cookies),
				() -> this.other.visitor().ask(callbacks.get(1), "Cookie", cookies)));
		assertThat(ended).extracting(Page::location).containsExactly("/token", QUEUE);
		List<String> set = ended.stream()
			.flatMap((page) -> page.headers().allValues("Set-Cookie").stream())
			.filter((cookie) -> cookie.matches("watchfloor-\\d+=.*"))
			.toList();
		assertThat(set).singleElement().asString().doesNotContain("Max-Age=0");
		assertThat(new Visitor(this.balancer.origin()).ask("/token", "Cookie", set.get(0)).status()).isEqualTo(200);
		assertThat(redis().keys("*sessions*")).hasSize(2);
	}

	private static List<Page> atOnce(List<Callable<Page>> calls) throws Exception {
		ExecutorService tabs = Executors.newFixedThreadPool(calls.size());
		try {
			List<Page> answers = new ArrayList<>();
			for (Future<Page> answer : tabs.invokeAll(calls)) {
				answers.add(answer.get());
			}
			return answers;
		}
		finally {
			tabs.shutdownNow();
		}
	}

	@Test
	void theFrontPageSaysThatTheSessionHasEnded() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		String cookies = visitor.cookieHeader();
		visitor.submit(visitor.open("/token"), "/logout");
		for (RunningWatchfloor node : List.of(this.one, this.other)) {
			assertThat(node.visitor().ask("/", "Cookie", cookies).text()).contains(SIGNED_OUT);
			assertThat(node.visitor().ask("/").text()).doesNotContain(SIGNED_OUT);
		}
		assertThat(visitor.ask("/").text()).contains(SIGNED_OUT);
	}

	@Test
	void bothNodesKnowWhenASessionEndsUpToTheDifferenceOfTheirClocks() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		String cookies = visitor.cookieHeader();
		Duration timeout = Duration.ofMinutes(30);
		for (RunningWatchfloor node : List.of(this.one, this.other, this.one)) {
			// A test on a slow machine takes some of the time
			assertThat(timeLeft(node.visitor().ask("/session", "Cookie", cookies))).isBetween(
					timeout.minus(BETWEEN_CLOCKS).minusSeconds(30), timeout.plus(BETWEEN_CLOCKS).plusSeconds(30));
		}
	}

	private static Duration timeLeft(Page session) {
		return Duration.ofSeconds(new JsonMapper().readTree(session.text()).get("seconds").asInt());
	}

	@Test
	void twoSignOutsAtOnceOneOnEachNodeAreOneLine() throws Exception {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		String cookies = visitor.cookieHeader();
		String csrf = Objects.requireNonNull(visitor.open("/token").html().selectFirst("input[name=_csrf]"))
			.attr("value");
		try (AuditTrail trail = AuditTrail.open()) {
			atOnce(Stream.of(this.one, this.other, this.one, this.other)
				.<Callable<Page>>map(
						(node) -> () -> node.visitor().post("/logout", Map.of("_csrf", csrf), "Cookie", cookies))
				.toList());
			look();
			assertThat(trail.events("signed-out")).hasSize(1);
			assertThat(trail.events("session-expired")).isEmpty();
		}
	}

	@Test
	void aSessionThatRedisLetGoIsOneLine() {
		signedIn(SandboxAccount.LEAD);
		RedisCommands<String, String> redis = redis();
		try (AuditTrail trail = AuditTrail.open()) {
			redis.pexpire(redis.keys("*sessions*").get(0), 1);
			look();
			look();
			assertThat(trail.events("session-expired")).singleElement()
				.satisfies((event) -> assertThat(event).containsEntry("event.reason", "idle")
					.containsEntry("user.full_name", SandboxAccount.LEAD.displayName()));
		}
		assertThat(redis.keys("*open*")).isEmpty();
	}

	@Test
	void aSessionThatNobodyAsksForAnyMoreEndsAtItsLimit() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		List<Object> events = new ArrayList<>();
		new SessionSweep(this.one.bean(RedisSessionIndex.class), this.one.bean(SessionRepository.class),
				this.one.bean(SessionDataKeys.class), events::add,
				Clock.offset(Clock.systemUTC(), Duration.ofHours(10).plusMinutes(1)))
			.sweep();
		assertThat(events).singleElement()
			.isInstanceOfSatisfying(SessionExpired.class, (expired) -> assertThat(expired.limit()).isTrue());
		assertThat(visitor.ask("/token").status()).isEqualTo(302);
	}

	@Test
	void whatWasReadForASessionIsForgottenOnBothNodesWhenItEnds() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		await().untilAsserted(() -> {
			visitor.open(QUEUE);
			assertThat(queues()).containsExactly(1.0, 1.0);
		});
		look();
		assertThat(queues()).containsExactly(1.0, 1.0);
		assertThat(sessions()).containsExactly(1.0, 1.0);
		visitor.submit(visitor.open("/token"), "/logout");
		// Without a word from this test, as the nodes look by themselves
		await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
			assertThat(queues()).containsExactly(0.0, 0.0);
			assertThat(sessions()).containsExactly(0.0, 0.0);
		});
	}

	@Test
	void whatWasReadForOneAnalystIsForgottenOnBothNodesWhenAnotherOneSignsIn() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		await().untilAsserted(() -> {
			visitor.open(QUEUE);
			assertThat(queues()).containsExactly(1.0, 1.0);
		});
		Set<String> keys = heldKeys();
		visitor.choose(visitor.open("/sign-in/other-account"), SandboxAccount.LEAD);
		for (int i = 0; i < 2; i++) {
			assertThat(visitor.open("/token").text()).contains(SandboxAccount.LEAD.username())
				.doesNotContain(SandboxAccount.ANALYST.username());
		}
		look();
		assertThat(heldKeys()).doesNotContainAnyElementsOf(keys);
		assertThat(queues()).allSatisfy((queues) -> assertThat(queues).isLessThanOrEqualTo(1));
		assertThat(sessions()).containsExactly(1.0, 1.0);
	}

	private Set<String> heldKeys() {
		return Stream.of(this.one, this.other)
			.flatMap((node) -> node.bean(SessionDataKeys.class).held().keySet().stream())
			.collect(Collectors.toSet());
	}

	private List<Double> queues() {
		return List.of(this.one.gauge("watchfloor.queue.sessions"), this.other.gauge("watchfloor.queue.sessions"));
	}

	private List<Double> sessions() {
		return List.of(this.one.gauge("watchfloor.sessions"), this.other.gauge("watchfloor.sessions"));
	}

	/**
	 * Let both nodes look for what happened elsewhere, as they do every few seconds.
	 */
	private void look() {
		for (int i = 0; i < 2; i++) {
			this.one.bean(SessionSweep.class).sweep();
			this.other.bean(SessionSweep.class).sweep();
		}
	}

	@Test
	void redisHoldsNeitherTokensNorNamesNorIdsOfSessions() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		String id = visitor.sessionCookie().replaceAll("watchfloor-\\d+=([^;]*).*", "$1");
		RedisCommands<String, String> redis = redis();
		List<String> keys = redis.keys("*");
		assertThat(keys).isNotEmpty();
		for (String key : keys) {
			assertThat(key + content(redis, key)).doesNotContain("eyJ", id, SandboxAccount.ANALYST.username(),
					"java.util");
		}
	}

	private static String content(RedisCommands<String, String> redis, String key) {
		return String.valueOf(switch (redis.type(key)) {
			case "hash" -> redis.hgetall(key);
			case "stream" -> redis.xrange(key, Range.unbounded());
			case "zset" -> redis.zrange(key, 0, -1);
			default -> redis.get(key);
		});
	}

	@Test
	void aSessionUnderTheIdOfAnotherOneIsNone() {
		signedIn(SandboxAccount.LEAD);
		RedisCommands<String, String> redis = redis();
		String leads = redis.keys("*sessions*").get(0);
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		String own = redis.keys("*sessions*").stream().filter((key) -> !key.equals(leads)).findFirst().orElseThrow();
		redis.rename(leads, own);
		assertThat(visitor.ask("/token").status()).isEqualTo(302);
	}

	@Test
	void whatSomebodyElseWroteIsNoSession() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		RedisCommands<String, String> redis = redis();
		String key = redis.keys("*sessions*").get(0);
		redis.hgetall(key).keySet().forEach((field) -> redis.hset(key, field, "rO0ABXNyABE"));
		assertThat(visitor.ask("/token").status()).isEqualTo(302);
		assertThat(signedIn(SandboxAccount.ANALYST).ask("/token").status()).isEqualTo(200);
	}

	@Test
	void aSessionOfWhichHalfIsThereIsNone() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		RedisCommands<String, String> redis = redis();
		redis.hdel(redis.keys("*sessions*").get(0), "creationTime");
		assertThat(visitor.ask("/token").status()).isEqualTo(302);
	}

}
