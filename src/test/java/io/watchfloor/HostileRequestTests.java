package io.watchfloor;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.RawRequest;
import io.watchfloor.support.RawRequest.Answer;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that no browser sends, over plain sockets: each is refused with a page that
 * tells nothing of the server, and no answer lacks the headers of security.
 */
class HostileRequestTests extends SandboxTest {

	private static final List<String> HEADERS = List.of("content-security-policy", "x-content-type-options",
			"x-frame-options", "referrer-policy", "cross-origin-opener-policy", "cross-origin-resource-policy",
			"permissions-policy", "cache-control");

	static Stream<RawRequest> paths() {
		return Stream
			.of("/%00", "/incidents%00", "/incidents;jsessionid=x", "/incidents;/../x", "/;/", "/;", "/..", "/../",
					"/incidents/..", "/incidents/../", "/incidents/%2e%2e/", "/incidents/%2E%2E%2f", "/incidents%2f1",
					"/incidents/%2f", "/incidents/%252f", "/%252e%252e/x", "/%25%32%66", "/incidents\\1",
					"/\\evil.example", "//evil.example", "///evil.example", "//evil.example/%2e%2e", "/%5cevil.example",
					"/%0d%0aSet-Cookie:x=1", "/%0aX", "/\u0001", "/\u007f", "/\u00ff", "/%", "/%zz", "/%c0%ae%c0%ae/",
					"/%u002e", "/css/..%2f..%2fapplication.yaml", "/css/../application.yaml",
					"/css/%2e%2e/application.yaml", "/css/..;/application.yaml", "/css/..%5capplication.yaml",
					"/actuator/health/..;/env", "/actuator/health/../env", "/actuator/health;x", "/WEB-INF/web.xml",
					"/META-INF/MANIFEST.MF", "/web-inf/..;/x", "/incidents/1%0a", "/incidents?q=\u0001",
					"/incidents?q=<script>", "/incidents?q={}|^", "/incidents?q=\u00ff", "/incidents?q=\"", "*",
					"incidents", "http://evil.example/", "http://evil.example/incidents", "http:///",
					"javascript:alert(1)", "/" + "a".repeat(40_000), "/incidents?q=" + "a".repeat(40_000))
			.map(RawRequest::get);
	}

	static Stream<RawRequest> parameters() {
		return Stream.of("/?q=%", "/?q=%zz", "/?a=%c", "/?q=%%%", parameters(3_000)).map(RawRequest::get);
	}

	private static String parameters(int count) {
		return "/?" + IntStream.range(0, count).mapToObj((i) -> "a=" + i).collect(Collectors.joining("&"));
	}

	static Stream<RawRequest> methods() {
		return Stream
			.of("TRACE", "TRACK", "CONNECT", "PROPFIND", "FOO", "get", "Get", "G\u0001T", "G<T", "X".repeat(100),
					"X".repeat(40_000), "\u00ff", "{}")
			.map((method) -> RawRequest.of(method, "/incidents"));
	}

	static Stream<RawRequest> hosts() {
		Stream<String> lines = Stream.of("evil.example:abc", "a b", "<script>", "localhost@evil", "localhost\u0000",
				"[::1", "evil.example/path", "evil\\.example", "a\"b", "%0d%0a", "localhost:8080:8080");
		return Stream.concat(lines.map((host) -> RawRequest.get("/", "Host: " + host)),
				Stream.of(RawRequest.get("/", "Host: localhost", "Host: evil.example"),
						RawRequest.get("/", "Host : localhost"),
						new RawRequest("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")));
	}

	static Stream<RawRequest> headers() {
		String[] many = IntStream.range(0, 300).mapToObj((i) -> "X-" + i + ": a").toArray(String[]::new);
		return Stream.of(RawRequest.get("/", "X-Large: " + "a".repeat(40_000)),
				RawRequest.get("/", "Cookie: watchfloor=" + "a".repeat(40_000)),
				RawRequest.get("/", "Cookie: theme=\u0001\u0002"), RawRequest.get("/", "X-Nul: a\u0000b"),
				RawRequest.get("/", "X Y: a"), RawRequest.get("/", ": a"), RawRequest.get("/", "no colon"),
				RawRequest.get("/", many), RawRequest.get("/", "Expect: the unexpected"),
				new RawRequest("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"),
				new RawRequest("\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\r\n\r\n"));
	}

	static Stream<RawRequest> bodies() {
		return Stream.of(RawRequest.of("POST", "/theme", "Content-Length: 1", "Content-Length: 2").with("ab"),
				RawRequest.of("POST", "/theme", "Content-Length: -1"),
				RawRequest.of("POST", "/theme", "Content-Length: 99999999999999999999"),
				RawRequest.of("POST", "/theme", "Content-Length: x"),
				RawRequest.of("POST", "/theme", "Transfer-Encoding: gzip"),
				RawRequest.of("POST", "/theme", "Transfer-Encoding: chunked, identity").with("0\r\n\r\n"),
				RawRequest.of("POST", "/theme", "Transfer-Encoding: chunked", "Content-Length: 3").with("0\r\n\r\nGET"),
				form("theme=dark&back=%2F"), form("theme=%&back=%zz"), form("a=1&".repeat(20_000)),
				form("back=" + "a".repeat(3_000_000)),
				RawRequest.of("POST", "/theme", "Content-Type: x", "Content-Length: 2").with("{}"),
				RawRequest.of("POST", "/theme", "Content-Type: multipart/form-data", "Content-Length: 3").with("abc"),
				RawRequest
					.of("POST", "/theme", "Content-Type: multipart/form-data; boundary=" + "b".repeat(5_000),
							"Content-Length: 3")
					.with("abc"),
				RawRequest.of("POST", "/incidents?_method=DELETE", "X-HTTP-Method-Override: DELETE",
						"Content-Length: 0"));
	}

	private static RawRequest form(String body) {
		return RawRequest
			.of("POST", "/theme", "Content-Type: application/x-www-form-urlencoded", "Content-Length: " + body.length())
			.with(body);
	}

	@ParameterizedTest
	@MethodSource({ "paths", "parameters", "methods", "hosts", "headers", "bodies" })
	void isRefusedWithAPageThatTellsNothingOfTheServer(RawRequest request) {
		Answer answer = request.send(origin());
		assertThat(answer.status()).isBetween(400, 499);
		assertThat(answer.headers()).containsKeys(HEADERS.toArray(String[]::new))
			.doesNotContainKeys("server", "x-powered-by");
		assertThat(answer.headers().values()).as("each header once").allMatch((values) -> values.size() == 1);
		assertThat(answer.header("cache-control")).contains("no-store");
		assertThat(answer.html().select("h1").text()).isNotBlank();
		assertThat(answer.body()).doesNotContainIgnoringCase("tomcat")
			.doesNotContain("Apache", "Exception", "\tat ", "java.", "evil", "alert(");
	}

	@Test
	void aFormOfMoreThanTwoMegabytesIsRefusedInWords() {
		Visitor analyst = signedIn(SandboxAccount.ANALYST);
		String form = "text=" + "a".repeat(2_200_000);
		Answer answer = RawRequest
			.of("POST", "/sweep", "Cookie: " + analyst.cookieHeader(),
					"Content-Type: application/x-www-form-urlencoded", "Content-Length: " + form.length())
			.with(form)
			.send(origin());
		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.html().select("main.message h1").text()).isEqualTo("This request is too large");
		assertThat(answer.html().select("main").text()).contains("1,000,000 characters");
	}

	static Stream<RawRequest> harmless() {
		return Stream.of(RawRequest.get("/", "Range: bytes=0-1"), RawRequest.get("/", "Range: bytes=zz,,-"),
				RawRequest.get("/", "If-None-Match: \"", "If-Modified-Since: x"),
				RawRequest.get("/", "If-None-Match: " + "\"a\",".repeat(2_000)),
				RawRequest.get("/", "Accept: */*;q=x,,;", "Accept-Language: ;;;=q", "Accept-Encoding: ;q="),
				RawRequest.get("/", "Accept-Charset: <script>", "Content-Type: \"", "Referer: javascript:alert(1)"),
				RawRequest.get("/", "Cookie: theme=dark; theme=<script>; queue=;;;=; =; a; watchfloor=\""),
				RawRequest.get("/", "Cookie: queue=" + "compact.".repeat(1_500)),
				RawRequest.get("/", "Upgrade: h2c", "HTTP2-Settings: AAA"), RawRequest.get(parameters(500)));
	}

	@ParameterizedTest
	@MethodSource("harmless")
	void isAnsweredAllTheSame(RawRequest request) {
		Answer answer = request.send(origin());
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.headers()).containsKeys(HEADERS.toArray(String[]::new));
		assertThat(answer.body()).doesNotContain("alert(", "<script>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%00", "//evil.example", "/incidents?q=<script>", "/WEB-INF/web.xml" })
	void whatTheServerRefusesByItselfLooksLikeAnyOtherPage(String target) {
		Answer answer = RawRequest.get(target).send(origin());
		assertThat(answer.html().select("main.message h1").text()).isNotBlank();
		assertThat(answer.html().select("link[rel=stylesheet]").eachAttr("href")).isNotEmpty()
			.allSatisfy((address) -> assertThat(visitor().ask(address).status()).isEqualTo(200))
			.as("changes with the content, which browsers keep for a year")
			.allSatisfy((address) -> assertThat(address).matches("/css/.+-[0-9a-f]{32}\\.css"));
		assertThat(answer.html().select("a[href=/]")).isNotEmpty();
	}

	@Test
	void aMethodThatAnAddressDoesNotHaveIsRefusedWithoutDoingAnything() {
		for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
			assertThat(RawRequest.of(method, "/incidents", "Content-Length: 0").send(origin()).status()).isEqualTo(403);
		}
		assertThat(RawRequest.get("/logout").send(origin()).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "evil.example:99999", "[::1]", "" })
	void theHostOfARequestLeadsNobodyElsewhere(String host) {
		assertThat(RawRequest.get("/sign-in/failed", "Host: " + host).send(origin()).header("location")).isEqualTo("/");
		Answer signIn = RawRequest.get("/incidents", "Host: " + host).send(origin());
		assertThat(signIn.status()).isEqualTo(302);
		assertThat(signIn.header("location")).startsWith(SANDBOX.origin() + "/");
		Visitor.Page refused = visitor().open(signIn.header("location"));
		assertThat(refused.uri().toString()).startsWith(SANDBOX.origin());
		assertThat(refused.text()).contains("AADSTS50011");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
			"https:evil.example", "javascript:alert(1)", "data:text/html,x", "/%0d%0aSet-Cookie:a=b", "/\r\nX-Evil: 1",
			"/\t/evil.example", " //evil.example", "///evil.example", "/../..//evil.example", "/./\\evil.example",
			"//localhost@evil.example", "evil.example", "?x", "#x", "" })
	void rememberingSomethingLeadsBackToAPageOfThisServerAndNowhereElse(String back) {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		String csrf = visitor.open("/token").html().select("input[name=_csrf]").attr("value");
		Visitor.Page page = visitor.post("/theme", Map.of("theme", "dark", "back", back, "_csrf", csrf));
		assertThat(page.status()).isEqualTo(303);
		assertThat(page.headers().map()).doesNotContainKeys("x-evil", "X-Evil");
		URI target = URI.create(origin()).resolve(page.location());
		assertThat(target.getAuthority()).isEqualTo(URI.create(origin()).getAuthority());
		assertThat(page.location()).startsWith("/").doesNotStartWith("//").doesNotContain("\\");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/", "/actuator/env", "/actuator/heapdump", "/actuator/metrics",
			"/actuator/mappings", "/actuator/prometheus", "/actuator/loggers", "/actuator/beans", "/actuator/info" })
	void ofTheActuatorNothingButHealthIsThere(String path) {
		assertThat(visitor().ask(path).status()).isEqualTo(404);
		assertThat(signedIn(SandboxAccount.ANALYST).ask(path).status()).isEqualTo(404);
	}

}
