package io.watchfloor.defender;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

import io.watchfloor.defender.DefenderException.Unavailable;
import io.watchfloor.defender.DefenderException.Unavailable.Stage;
import io.watchfloor.http.BearerChallenge;
import io.watchfloor.http.BodyTooLargeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;

/**
 * Translates error responses, and calls without a response, to {@link DefenderException}.
 * Of an error's body only the code, the tracking id and the quota's window are read, each
 * in a strict form; gateways on the way may have written the rest.
 */
final class ErrorResponses {

	private static final int MAX_BODY_BYTES = 64 * 1024;

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

	private static final Pattern TRACKING_ID = Pattern.compile("[A-Za-z0-9|:._-]{1,128}");

	private static final Pattern WINDOW = Pattern.compile("per (\\d{2}):(\\d{2}):(\\d{2})");

	private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

	private static final Duration MIN_WAIT = Duration.ofSeconds(1);

	private static final Duration MAX_WAIT = Duration.ofHours(1);

	private final JsonMapper json = new JsonMapper();

	private final String api;

	private final Clock clock;

	/**
	 * Create a translator.
	 * @param api what messages call the API
	 * @param clock tells the time
	 */
	ErrorResponses(String api, Clock clock) {
		this.api = api;
		this.clock = clock;
	}

	/**
	 * Translate a response.
	 * @param response a response with another status than 200 and 206
	 * @return the failure
	 * @throws IOException when the body breaks off
	 */
	DefenderException toException(ClientHttpResponse response) throws IOException {
		int status = response.getStatusCode().value();
		HttpHeaders headers = response.getHeaders();
		JsonNode error = error(response);
		String code = field(error, "code", CODE);
		String id = trackingId(error, headers);
		String message = this.api + " answered " + status + ((code != null) ? ", code " + code : "")
				+ ((id != null) ? ", tracking id " + id : "");
		return switch (status) {
			case 401 -> new DefenderException.Unauthorized(message, code, id,
					BearerChallenge.claims(headers.getOrDefault(HttpHeaders.WWW_AUTHENTICATE, List.of())));
			case 403 -> new DefenderException.Forbidden(message, code, id);
			case 404 -> new DefenderException.NotFound(message, code, id);
			case 429 -> new DefenderException.Throttled(message, code, id, waitTime(headers, error));
			case 503 -> new Unavailable(message, code, id, Stage.OVERLOADED, null);
			case 500, 502, 504 -> new Unavailable(message, code, id, Stage.FAILED, null);
			default -> switch (status / 100) {
				case 4 -> new DefenderException.Rejected(message, code, id);
				case 5 -> new Unavailable(message, code, id, Stage.NO_ANSWER, null);
				default -> new Unavailable(message, code, id, Stage.UNEXPECTED, null);
			};
		};
	}

	/**
	 * Translate a call that got no response, or one that breaks off.
	 * @param failure the failure of the HTTP client
	 * @return the failure
	 */
	DefenderException withoutResponse(ResourceAccessException failure) {
		Throwable cause = failure.getCause();
		if (cause instanceof ZipException) {
			return new DefenderException.Malformed("The answer is not compressed as it says", failure);
		}
		if (cause instanceof BodyTooLargeException tooLarge) {
			return new DefenderException.Malformed(String.valueOf(tooLarge.getMessage()), failure);
		}
		boolean connecting = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
				|| cause instanceof UnresolvedAddressException;
		String what = (cause != null) ? cause.getClass().getSimpleName() : "no answer";
		return new Unavailable(this.api + " cannot be reached: " + what, null, null,
				connecting ? Stage.NOT_REACHED : Stage.NO_ANSWER, failure);
	}

	private JsonNode error(ClientHttpResponse response) throws IOException {
		try {
			return this.json.readTree(response.getBody().readNBytes(MAX_BODY_BYTES)).path("error");
		}
		catch (JacksonException ex) {
			return this.json.missingNode();
		}
	}

	/**
	 * Return the tracking id where the Defender API or Microsoft Graph has it: the second
	 * repeats it in a header.
	 */
	private static @Nullable String trackingId(JsonNode error, HttpHeaders headers) {
		String target = field(error, "target", TRACKING_ID);
		if (target != null) {
			return target;
		}
		String inner = field(error.path("innerError"), "request-id", TRACKING_ID);
		String header = headers.getFirst("request-id");
		return (inner == null && header != null && TRACKING_ID.matcher(header).matches()) ? header : inner;
	}

	private static @Nullable String field(JsonNode error, String name, Pattern pattern) {
		String value = error.path(name).asString("");
		return pattern.matcher(value).matches() ? value : null;
	}

	/**
	 * Return the time that {@code Retry-After} names (RFC 9110, section 10.2.3), else the
	 * window that the message names, with some jitter so that not everybody returns in
	 * the same second.
	 */
	private Duration waitTime(HttpHeaders headers, JsonNode error) {
		String retryAfter = headers.getFirst(HttpHeaders.RETRY_AFTER);
		Duration named = (retryAfter != null) ? retryAfter(retryAfter.strip()) : null;
		Duration wait = (named != null) ? named : window(error.path("message").asString(""));
		if (wait.compareTo(MIN_WAIT) < 0) {
			return MIN_WAIT;
		}
		return (wait.compareTo(MAX_WAIT) > 0) ? MAX_WAIT : wait;
	}

	private @Nullable Duration retryAfter(String value) {
		if (SECONDS.matcher(value).matches()) {
			return Duration.ofSeconds(Long.parseLong(value));
		}
		try {
			return Duration.between(this.clock.instant(),
					ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static Duration window(String message) {
		Matcher window = WINDOW.matcher(message);
		Duration length = window.find() ? Duration.ofHours(Long.parseLong(window.group(1)))
			.plusMinutes(Long.parseLong(window.group(2)))
			.plusSeconds(Long.parseLong(window.group(3))) : Duration.ofMinutes(1);
		return length.plusMillis(ThreadLocalRandom.current().nextLong(1_000, 6_000));
	}

}
