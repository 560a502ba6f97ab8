package io.watchfloor.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;

import io.watchfloor.sandbox.SandboxAccount;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A person at a browser without scripts: it keeps cookies, follows redirects, submits
 * forms, and remembers every address it went through.
 */
public final class Visitor {

	private static final int MOST_REDIRECTS = 20;

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient http;

	private final String origin;

	private final List<String> sessionCookies = new CopyOnWriteArrayList<>();

	private final List<String> addresses = new CopyOnWriteArrayList<>();

	/**
	 * A visitor of an application.
	 * @param origin where it is
	 */
	public Visitor(String origin) {
		this(origin, null);
	}

	/**
	 * A visitor of an application that has TLS.
	 * @param origin where it is
	 * @param trust whom the visitor trusts
	 */
	public Visitor(String origin, @Nullable SSLContext trust) {
		this.origin = origin;
		HttpClient.Builder http = HttpClient.newBuilder()
			.cookieHandler(this.cookies)
			.followRedirects(HttpClient.Redirect.NEVER);
		this.http = ((trust != null) ? http.sslContext(trust) : http).build();
	}

	/**
	 * Go to a page, wherever redirects lead.
	 */
	public Page open(String address) {
		return follow(send(request(address).GET().build()));
	}

	/**
	 * Ask for an address once.
	 */
	public Page ask(String address, String... headers) {
		HttpRequest.Builder request = request(address).GET();
		return send(((headers.length > 0) ? request.headers(headers) : request).build());
	}

	/**
	 * Go to a page and sign in on the way.
	 */
	public Page signIn(SandboxAccount account, String address) {
		Page page = open(address);
		if (page.uri().toString().startsWith(this.origin)) {
			return page;
		}
		return choose(page, account);
	}

	/**
	 * Choose an account on the sandbox's page.
	 */
	public Page choose(Page accounts, SandboxAccount account) {
		Element form = accounts.html()
			.select("form")
			.stream()
			.filter((candidate) -> candidate.outerHtml().contains(account.username()))
			.findFirst()
			.orElseThrow(
					() -> new AssertionError("No account to choose on " + accounts.uri() + ": " + accounts.text()));
		Element button = form.select("button")
			.stream()
			.filter((candidate) -> candidate.outerHtml().contains(account.username()))
			.findFirst()
			.orElse(form.selectFirst("button"));
		return submit(accounts, form, button);
	}

	/**
	 * Submit the form of a page that leads to a path.
	 */
	public Page submit(Page page, String action) {
		Element form = page.html()
			.select("form")
			.stream()
			.filter((candidate) -> candidate.attr("action").equals(action))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No form for " + action + " on " + page.uri()));
		return submit(page, form, form.selectFirst("button"));
	}

	/**
	 * Press a button of a page, by what it reads.
	 */
	public Page press(Page page, String label) {
		Element button = page.html()
			.select("form button")
			.stream()
			.filter((candidate) -> candidate.text().equals(label))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No button " + label + " on " + page.uri() + ": " + page.text()));
		return submit(page, Objects.requireNonNull(button.closest("form")), button);
	}

	private Page submit(Page page, Element form, @Nullable Element button) {
		Map<String, String> fields = new LinkedHashMap<>();
		form.select("input[name]").forEach((input) -> fields.put(input.attr("name"), input.attr("value")));
		if (button != null && button.hasAttr("name")) {
			fields.put(button.attr("name"), button.attr("value"));
		}
		String target = page.uri().resolve(form.attr("action")).toString();
		return "post".equalsIgnoreCase(form.attr("method")) ? follow(post(target, fields))
				: open(target + "?" + encode(fields));
	}

	/**
	 * Post a form's fields once.
	 */
	public Page post(String address, Map<String, String> fields, String... headers) {
		return post(address, encode(fields), headers);
	}

	/**
	 * Post a form once.
	 * @param body its fields, encoded, for one that has some of the same name
	 */
	public Page post(String address, String body, String... headers) {
		HttpRequest.Builder request = request(address).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		return send(((headers.length > 0) ? request.headers(headers) : request).build());
	}

	private Page follow(Page page) {
		Page current = page;
		for (int i = 0; i < MOST_REDIRECTS; i++) {
			if (current.status() / 100 != 3 || current.location().isEmpty()) {
				return current;
			}
			current = send(request(current.uri().resolve(current.location()).toString()).GET().build());
		}
		throw new AssertionError("Redirects without end at " + current.uri());
	}

	private HttpRequest.Builder request(String address) {
		URI uri = URI.create(address.startsWith("/") ? this.origin + address : address);
		return HttpRequest.newBuilder(uri).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
	}

	/**
	 * Every address that was asked for, redirects included.
	 */
	public List<String> addresses() {
		return List.copyOf(this.addresses);
	}

	/**
	 * The values of the cookies that are kept.
	 */
	public List<String> cookies() {
		return this.cookies.getCookieStore().getCookies().stream().map(HttpCookie::getValue).toList();
	}

	/**
	 * The header that set the cookie of the session, the last one.
	 */
	public String sessionCookie() {
		return this.sessionCookies.get(this.sessionCookies.size() - 1);
	}

	/**
	 * The cookies as a request's header holds them.
	 */
	public String cookieHeader() {
		return this.cookies.getCookieStore()
			.get(URI.create(this.origin))
			.stream()
			.map((cookie) -> cookie.getName() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	private Page send(HttpRequest request) {
		this.addresses.add(request.uri().toString());
		try {
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			response.headers()
				.allValues("Set-Cookie")
				.stream()
				.filter((cookie) -> cookie.matches("(__Host-)?watchfloor(-\\d+)?=.*"))
				.forEach(this.sessionCookies::add);
			return new Page(request.uri(), response.statusCode(), response.headers(), response.body());
		}
		catch (IOException ex) {
			throw new AssertionError("No answer from " + request.uri(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private static String encode(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
					+ URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	/**
	 * What a visitor sees.
	 *
	 * @param uri where it is
	 * @param status its HTTP status
	 * @param headers its headers
	 * @param text its source
	 */
	public record Page(URI uri, int status, HttpHeaders headers, String text) {

		public Document html() {
			return Jsoup.parse(this.text);
		}

		public String heading() {
			Element heading = html().selectFirst("h1");
			return (heading != null) ? heading.text() : "";
		}

		public String location() {
			return this.headers.firstValue("Location").orElse("");
		}

		public String pathAndQuery() {
			return this.uri.getRawPath() + ((this.uri.getRawQuery() != null) ? "?" + this.uri.getRawQuery() : "");
		}

	}

}
