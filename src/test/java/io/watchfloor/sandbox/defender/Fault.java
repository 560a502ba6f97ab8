package io.watchfloor.sandbox.defender;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * A fault that the API shows on demand: what goes wrong, and with which calls. Unless
 * told otherwise it happens once, to whichever call comes next.
 *
 * <pre>
 * controls.fail(Fault.status(503).times(2).onPage(3));
 * </pre>
 */
public final class Fault {

	private final Damage damage;

	private final AtomicInteger left;

	private final AtomicInteger count = new AtomicInteger();

	private final @Nullable Integer page;

	private final @Nullable String path;

	private final @Nullable Long incident;

	private final CountDownLatch released = new CountDownLatch(1);

	private Fault(Damage damage, int times, @Nullable Integer page, @Nullable String path, @Nullable Long incident) {
		this.damage = damage;
		this.left = new AtomicInteger(times);
		this.page = page;
		this.path = path;
		this.incident = incident;
	}

	private static Fault once(Damage damage) {
		return new Fault(damage, 1, null, null, null);
	}

	/**
	 * Answer a status with an error body, without {@code Retry-After}.
	 * @param status the HTTP status, such as 401, 429 or 503
	 * @return the fault
	 */
	public static Fault status(int status) {
		Answer answer = switch (status) {
			case 401 -> ApiError.invalidToken().answer();
			case 403 -> ApiError.forbidden().answer();
			case 429 ->
				ApiError.quotaExceeded("API calls quota exceeded! maximum allowed 50 per 00:01:00", Map.of()).answer();
			default -> ApiError.ofStatus(status, Map.of()).answer();
		};
		return once(Damage.answering(answer));
	}

	/**
	 * Answer a status with an error body and {@code Retry-After}.
	 * @param status the HTTP status, such as 429 or 503
	 * @param retryAfter the header's value as it stands: seconds, a date, or nonsense
	 * @return the fault
	 */
	public static Fault statusWithRetryAfter(int status, String retryAfter) {
		return once(Damage.answering(ApiError.ofStatus(status, Map.of("Retry-After", retryAfter)).answer()));
	}

	/**
	 * Answer a page of HTML, as gateways do.
	 * @param status the HTTP status; 200 is a page that poses as the answer
	 * @return the fault
	 */
	public static Fault html(int status) {
		byte[] page = "<html><head><title>Gateway</title></head><body><h1>Our services aren't available right now</h1></body></html>"
			.getBytes(StandardCharsets.UTF_8);
		return once(Damage.answering(new Answer(status, Map.of(), Answer.HTML, (out) -> out.write(page))));
	}

	/**
	 * Answer 401 with a claims challenge of Conditional Access.
	 * @param claims the challenge as JSON; it travels in Base64
	 * @return the fault
	 */
	public static Fault claimsChallenge(String claims) {
		String encoded = Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
		return once(Damage.answering(ApiError.insufficientClaims(encoded).answer()));
	}

	/**
	 * Send the caller elsewhere with 302.
	 * @param location where to
	 * @return the fault
	 */
	public static Fault redirectTo(URI location) {
		return once(Damage.answering(new Answer(302, Map.of("Location", location.toString()), Answer.HTML, (out) -> {
		})));
	}

	/**
	 * Wait before the headers, then answer properly.
	 * @param delay how long
	 * @return the fault
	 */
	public static Fault delayed(Duration delay) {
		return once(Damage.delayed(delay));
	}

	/**
	 * Answer properly, a byte a second. When it is let go of, the connection is closed.
	 * @return the fault
	 */
	public static Fault dripping() {
		return once(Damage.dripping());
	}

	/**
	 * Answer incident after incident, without end.
	 * @return the fault
	 */
	public static Fault endless() {
		return once(Damage.endless());
	}

	/**
	 * Answer the first half of the JSON as if it were all.
	 * @return the fault
	 */
	public static Fault truncated() {
		return once(Damage.truncated());
	}

	/**
	 * Announce the whole answer and close the connection in the middle of it.
	 * @return the fault
	 */
	public static Fault cutOff() {
		return once(Damage.cutOff());
	}

	/**
	 * Claim that the body is compressed, which it is not.
	 * @return the fault
	 */
	public static Fault brokenGzip() {
		return once(Damage.brokenGzip());
	}

	/**
	 * Answer properly but for the content type.
	 * @param contentType the content type
	 * @return the fault
	 */
	public static Fault contentType(String contentType) {
		return once(Damage.contentType(contentType));
	}

	/**
	 * Answer the list without its {@code value}.
	 * @return the fault
	 */
	public static Fault withoutValue() {
		return once(Damage.changing((body) -> body.remove("value")));
	}

	/**
	 * Answer the list with {@code value} null.
	 * @return the fault
	 */
	public static Fault nullValue() {
		return once(Damage.changing((body) -> body.putNull("value")));
	}

	/**
	 * Answer the list with a link to the next page elsewhere.
	 * @param link where to
	 * @return the fault
	 */
	public static Fault nextLinkTo(URI link) {
		return once(Damage.changing((body) -> body.put("@odata.nextLink", link.toString())));
	}

	/**
	 * The same fault, so many times.
	 * @param times how many calls it hits; {@link Integer#MAX_VALUE} for every one
	 * @return the fault
	 */
	public Fault times(int times) {
		return new Fault(this.damage, times, this.page, this.path, this.incident);
	}

	/**
	 * The same fault, for one page of the list only.
	 * @param number the page's number, from 1, by {@code $skip} and {@code $top}
	 * @return the fault
	 */
	public Fault onPage(int number) {
		return new Fault(this.damage, this.left.get(), number, this.path, this.incident);
	}

	/**
	 * The same fault, for one path only.
	 * @param exactly the path, such as {@code /api/incidents/924565}
	 * @return the fault
	 */
	public Fault onPath(String exactly) {
		return new Fault(this.damage, this.left.get(), this.page, exactly, this.incident);
	}

	/**
	 * The same fault, for each page of the list that has an incident.
	 * @param id the incident
	 * @return the fault
	 */
	public Fault onPagesWith(long id) {
		return new Fault(this.damage, Integer.MAX_VALUE, this.page, this.path, id);
	}

	/**
	 * Whether this fault hits a call; if so, it is one less to hit.
	 * @param request the call
	 * @param lists whether the call lists the incident of an id
	 */
	boolean hits(HttpServletRequest request, LongPredicate lists) {
		boolean matches = (this.path == null || this.path.equals(request.getRequestURI()))
				&& (this.page == null || this.page == page(request))
				&& (this.incident == null || lists.test(this.incident));
		boolean hit = matches && this.left.getAndUpdate((times) -> Math.max(0, times - 1)) > 0;
		if (hit) {
			this.count.incrementAndGet();
		}
		return hit;
	}

	/**
	 * How many calls it hit so far.
	 * @return the count, from 0
	 */
	public int count() {
		return this.count.get();
	}

	void send(Supplier<Answer> proper, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.damage.send(proper, request, response, this.released);
	}

	/**
	 * Let go of the calls that this fault holds up.
	 */
	void release() {
		this.left.set(0);
		this.released.countDown();
	}

	private static int page(HttpServletRequest request) {
		String skip = request.getParameter("$skip");
		String top = request.getParameter("$top");
		if (!request.getRequestURI().endsWith("/incidents")) {
			return 0;
		}
		int size = (top != null) ? Integer.parseInt(top) : ListQuery.LARGEST_PAGE;
		return (skip != null) ? 1 + Integer.parseInt(skip) / size : 1;
	}

}
