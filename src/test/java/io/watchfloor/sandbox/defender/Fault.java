package io.watchfloor.sandbox.defender;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import jakarta.servlet.http.HttpServletResponse;

/**
 * A fault that both APIs show on demand: what goes wrong, and with which calls. Unless
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

	private final Predicate<ApiCall> where;

	private final CountDownLatch released = new CountDownLatch(1);

	private Fault(Damage damage, int times, Predicate<ApiCall> where) {
		this.damage = damage;
		this.left = new AtomicInteger(times);
		this.where = where;
	}

	private static Fault once(Damage damage) {
		return new Fault(damage, 1, (call) -> true);
	}

	/**
	 * Answer a status with an error body, without {@code Retry-After}.
	 * @param status the HTTP status, such as 401, 429 or 503
	 * @return the fault
	 */
	public static Fault status(int status) {
		ApiError error = switch (status) {
			case 401 -> ApiError.invalidToken("expired");
			case 403 -> ApiError.forbidden();
			case 429 -> ApiError.quotaExceeded("API calls quota exceeded! maximum allowed 50 per 00:01:00", Map.of());
			default -> ApiError.ofStatus(status, Map.of());
		};
		return once(Damage.refusing(error));
	}

	/**
	 * Answer a status with an error body and {@code Retry-After}.
	 * @param status the HTTP status, such as 429 or 503
	 * @param retryAfter the header's value as it stands: seconds, a date, or nonsense
	 * @return the fault
	 */
	public static Fault statusWithRetryAfter(int status, String retryAfter) {
		return once(Damage.refusing(ApiError.ofStatus(status, Map.of("Retry-After", retryAfter))));
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
		return once(Damage.refusing(ApiError.insufficientClaims(claims)));
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
	 * Do what the call asks for, then wait before the answer.
	 * @param delay how long
	 * @return the fault
	 */
	public static Fault delayedAfter(Duration delay) {
		return once(Damage.delayedAfter(delay));
	}

	/**
	 * Do what the call asks for, and answer a status with an error body all the same.
	 * @param status the HTTP status, such as 500 or 504
	 * @return the fault
	 */
	public static Fault statusAfter(int status) {
		return once(Damage.refusingAfter(ApiError.ofStatus(status, Map.of())));
	}

	/**
	 * Close the connection without an answer, before anything was done.
	 * @return the fault
	 */
	public static Fault brokenOff() {
		return once(Damage.brokenOff());
	}

	/**
	 * Do what the call asks for, and close the connection without an answer.
	 * @return the fault
	 */
	public static Fault brokenOffAfter() {
		return once(Damage.brokenOffAfter());
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
		return new Fault(this.damage, times, this.where);
	}

	/**
	 * The same fault, for one page of the list only.
	 * @param number the page's number, from 1, by how many incidents lie before it
	 * @return the fault
	 */
	public Fault onPage(int number) {
		return where((call) -> call.page() == number);
	}

	/**
	 * The same fault, for one path only.
	 * @param exactly the path by the Defender API, such as {@code /api/incidents/924565},
	 * which stands for the same incident of Microsoft Graph as well, or one of Microsoft
	 * Graph, such as {@code /v1.0/security/alerts_v2}
	 * @return the fault
	 */
	public Fault onPath(String exactly) {
		return where((call) -> call.paths().contains(exactly));
	}

	/**
	 * The same fault, for calls only that want to change an incident.
	 * @return the fault
	 */
	public Fault onWrites() {
		return where((call) -> call.writesTo() > 0);
	}

	/**
	 * The same fault, for each page of the list that has an incident.
	 * @param id the incident
	 * @return the fault
	 */
	public Fault onPagesWith(long id) {
		return where((call) -> call.lists(id)).times(Integer.MAX_VALUE);
	}

	/**
	 * The same fault, for calls only that ask Microsoft Graph for incidents with their
	 * alerts.
	 * @return the fault
	 */
	public Fault onExpand() {
		return where(ApiCall::expands);
	}

	private Fault where(Predicate<ApiCall> condition) {
		return new Fault(this.damage, this.left.get(), this.where.and(condition));
	}

	/**
	 * Whether this fault hits a call; if so, it is one less to hit.
	 */
	boolean hits(ApiCall call) {
		boolean hit = this.where.test(call) && this.left.getAndUpdate((times) -> Math.max(0, times - 1)) > 0;
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

	void send(ApiCall call, HttpServletResponse response) throws IOException {
		this.damage.send(call, response, this.released);
	}

	/**
	 * Let go of the calls that this fault holds up.
	 */
	void release() {
		this.left.set(0);
		this.released.countDown();
	}

}
