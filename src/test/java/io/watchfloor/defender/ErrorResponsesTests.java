package io.watchfloor.defender;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorResponsesTests {

	private final ErrorResponses errorResponses = new ErrorResponses("The Defender API",
			Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC));

	@ParameterizedTest
	@CsvSource({ "400, Rejected", "401, Unauthorized", "403, Forbidden", "404, NotFound", "405, Rejected",
			"429, Throttled", "500, Unavailable", "502, Unavailable", "503, Unavailable", "504, Unavailable",
			"302, Unavailable", "204, Unavailable" })
	void givesEachStatusItsName(int status, String name) throws IOException {
		assertThat(failure(status, "{}", null).getClass().getSimpleName()).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "400, false", "401, false", "403, false", "404, false", "408, false", "409, false", "429, false",
			"500, true", "501, true", "502, true", "503, true", "504, true", "302, true", "204, true" })
	void saysOfEachStatusWhetherTheCallMayHaveTakenEffect(int status, boolean may) throws IOException {
		assertThat(failure(status, "{}", null).mayHaveTakenEffect()).isEqualTo(may);
	}

	@Test
	void aCallThatNeverReachedTheApiHasNoEffectAndOneWithoutAnswerMayHave() {
		assertThat(Stream.of(new ConnectException("refused"), new HttpConnectTimeoutException("slow"), noAddress())
			.map(this::withoutResponse)).noneMatch(DefenderException::mayHaveTakenEffect);
		assertThat(Stream
			.of(new IOException("reset"), new HttpTimeoutException("slow"), new EOFException(), new ZipException())
			.map(this::withoutResponse)).allMatch(DefenderException::mayHaveTakenEffect);
	}

	/**
	 * The JDK's client reports a name without an address like this.
	 */
	private static ConnectException noAddress() {
		ConnectException failure = new ConnectException();
		failure.initCause(new UnresolvedAddressException());
		return failure;
	}

	private DefenderException withoutResponse(IOException failure) {
		return this.errorResponses.withoutResponse(new ResourceAccessException("failed", failure));
	}

	@Test
	void keepsCodeAndTrackingId() throws IOException {
		DefenderException failure = failure(404, """
				{"error": {"code": "ResourceNotFound", "message": "Machine 123123123 was not found",
				 "target": "43f4cb08-8fac-4b65-9db1-745c2ae65f3a"}}
				""", null);
		assertThat(failure.code()).isEqualTo("ResourceNotFound");
		assertThat(failure.trackingId()).isEqualTo("43f4cb08-8fac-4b65-9db1-745c2ae65f3a");
	}

	@Test
	void takesNothingFromAnErrorThatAGatewayWrote() throws IOException {
		DefenderException html = failure(502, "<html><script>alert(1)</script>", null);
		assertThat(html.code()).isNull();
		DefenderException hostile = failure(500,
				"{\"error\": {\"code\": \"<b>x</b>\", \"target\": \"a\\nb\", \"message\": 5}}", null);
		assertThat(hostile.code()).isNull();
		assertThat(hostile.trackingId()).isNull();
		assertThat(hostile.getMessage()).doesNotContain("<b>").doesNotContain("\n");
	}

	@ParameterizedTest
	@CsvSource({ "17, 17", "0, 1", "999999, 3600", "'Mon, 23 Nov 2026 08:00:30 GMT', 30",
			"'Mon, 23 Nov 2026 07:00:00 GMT', 1" })
	void waitsAsLongAsItIsTold(String retryAfter, long seconds) throws IOException {
		assertThat(waitTime("{}", retryAfter)).isEqualTo(Duration.ofSeconds(seconds));
	}

	@Test
	void waitsTheNamedWindowOutWithSomeJitter() throws IOException {
		String body = "{\"error\": {\"code\": \"429\", \"message\": "
				+ "\"API calls quota exceeded! maximum allowed 45 per 00:02:00\"}}";
		assertThat(waitTime(body, null)).isBetween(Duration.ofSeconds(121), Duration.ofSeconds(126));
		assertThat(waitTime(body, "soon")).isBetween(Duration.ofSeconds(121), Duration.ofSeconds(126));
		assertThat(waitTime("<html>", null)).isBetween(Duration.ofSeconds(61), Duration.ofSeconds(66));
	}

	private Duration waitTime(String body, @Nullable String retryAfter) throws IOException {
		return ((DefenderException.Throttled) failure(429, body, retryAfter)).waitTime();
	}

	private DefenderException failure(int status, String body, @Nullable String retryAfter) throws IOException {
		MockClientHttpResponse response = new MockClientHttpResponse(body.getBytes(StandardCharsets.UTF_8),
				HttpStatusCode.valueOf(status));
		if (retryAfter != null) {
			response.getHeaders().set(HttpHeaders.RETRY_AFTER, retryAfter);
		}
		return this.errorResponses.toException(response);
	}

}
