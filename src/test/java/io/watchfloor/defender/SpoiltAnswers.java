package io.watchfloor.defender;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.watchfloor.defender.json.LenientJson;
import io.watchfloor.defender.json.ResponseReader;
import io.watchfloor.http.BearerChallenge;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold of the API's answers, whatever they are.
 */
public final class SpoiltAnswers {

	private static final JsonMapper MAPPER = LenientJson.mapper(Clock.systemUTC());

	private static final ResponseReader<Incident> RESPONSES = new ResponseReader<>(MAPPER,
			MAPPER.readerFor(Incident.class)::readValue, Incident::id, 1_000);

	private static final ErrorResponses ERRORS = new ErrorResponses("The Defender API", Clock.systemUTC());

	private SpoiltAnswers() {
	}

	/**
	 * Good pages of incidents, to be spoilt: the published one, a story, and hostile
	 * texts.
	 */
	public static List<String> samples() {
		return List.of(resource("/samples/list-incidents.json"),
				"{\"value\":[" + resource("/incidents/story.json") + "]}",
				"{\"value\":[" + resource("/incidents/hostile.json") + "]}");
	}

	static String resource(String name) {
		try (InputStream resource = SpoiltAnswers.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Read a page of incidents: each has an id, and what cannot be read is a failure by
	 * its name.
	 * @param body the answer
	 * @return the incidents that were read
	 */
	public static List<Incident> list(byte[] body) {
		List<Incident> incidents = new ArrayList<>();
		try {
			RESPONSES.list(new ByteArrayInputStream(body), incidents::add);
		}
		catch (DefenderException.Malformed | IOException ex) {
			assertThat(String.valueOf(ex.getMessage())).isNotBlank();
		}
		assertThat(incidents).allMatch((incident) -> incident.id() > 0);
		return incidents;
	}

	/**
	 * Read a single incident.
	 * @param body the answer
	 * @return the incident, if it could be read
	 */
	public static Optional<Incident> get(byte[] body) {
		try {
			Incident incident = RESPONSES.get(new ByteArrayInputStream(body));
			assertThat(incident.id()).isPositive();
			return Optional.of(incident);
		}
		catch (DefenderException.Malformed | IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Read an error: the status in the first three bytes, a line for each header, a blank
	 * line and the body.
	 */
	static void error(byte[] answer) {
		String[] parts = new String(answer, StandardCharsets.UTF_8).split("\n\n", 2);
		int status = 400 + Math.floorMod(parts[0].hashCode(), 200);
		HttpHeaders headers = new HttpHeaders();
		for (String line : parts[0].split("\n")) {
			String[] header = line.split(": ", 2);
			if (header.length == 2) {
				headers.add(header[0].equals("Retry-After") ? header[0] : HttpHeaders.WWW_AUTHENTICATE, header[1]);
			}
		}
		for (int each : new int[] { 401, 429, status }) {
			check(failure(each, headers, (parts.length == 2) ? parts[1] : ""));
		}
	}

	/**
	 * Read a {@code WWW-Authenticate} header, and one whose claims are the same text.
	 */
	static void challenge(byte[] header) {
		String text = new String(header, StandardCharsets.UTF_8);
		String encoded = Base64.getEncoder().encodeToString(header);
		for (String each : List.of(text, "Bearer error=\"insufficient_claims\", claims=\"" + text + "\"",
				"Bearer claims=\"" + encoded + "\", error=\"insufficient_claims\"")) {
			String claims = BearerChallenge.claims(List.of(each));
			assertThat((claims != null) ? claims.strip() : "{}").startsWith("{").endsWith("}");
		}
	}

	private static DefenderException failure(int status, HttpHeaders headers, String body) {
		MockClientHttpResponse response = new MockClientHttpResponse(body.getBytes(StandardCharsets.UTF_8),
				HttpStatusCode.valueOf(status));
		response.getHeaders().addAll(headers);
		try (response) {
			return ERRORS.toException(response);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static void check(DefenderException failure) {
		assertThat(failure.getMessage()).hasSizeLessThan(300).doesNotContainPattern("[\\p{Cntrl}<>]");
		if (failure instanceof DefenderException.Throttled throttled) {
			assertThat(throttled.waitTime()).isBetween(Duration.ofSeconds(1), Duration.ofHours(1));
		}
		if (failure instanceof DefenderException.Unauthorized unauthorized && unauthorized.claims() != null) {
			assertThat(unauthorized.claims().strip()).startsWith("{").endsWith("}");
		}
	}

}
