package io.watchfloor.web.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.watchfloor.defender.Incident;
import io.watchfloor.web.format.Tactic;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Incidents for tests, read from JSON as the API sends it.
 */
public final class SampleIncidents {

	private static final JsonMapper mapper = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private SampleIncidents() {
	}

	/**
	 * One of the incidents of Microsoft's published example.
	 */
	public static Incident published(long id) {
		return StreamSupport.stream(read("/samples/list-incidents.json").get("value").spliterator(), false)
			.filter((incident) -> incident.get("incidentId").asLong() == id)
			.map((incident) -> mapper.treeToValue(incident, Incident.class))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * An attack with several stages, in which every kind of entity has a part.
	 */
	public static Incident story() {
		return mapper.treeToValue(read("/incidents/story.json"), Incident.class);
	}

	/**
	 * An incident that somebody tries to break the page with: every text holds markup, a
	 * link, and characters that hide or turn text around.
	 */
	public static Incident hostile() {
		String text = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\\\" onmouseover=\\\"alert(1)\\\" "
				+ "javascript:alert(1) ${7*7} [[${7*7}]] http://evil.example/ \\u202e\\u200b\\u0000\\u001b[31m";
		return of(resource("/incidents/hostile.json").replace("HOSTILE", text));
	}

	/**
	 * An incident as large as they come.
	 * @param alerts how many alerts
	 * @param entities how many entities each of them names, most of them others than
	 * those of the alert before
	 */
	public static Incident large(int alerts, int entities) {
		String all = IntStream.range(0, alerts)
			.mapToObj((alert) -> """
					{"alertId": "a%1$d", "title": "Suspicious thing number %1$d on many devices", "severity": "%2$s",
					 "category": "%3$s", "status": "New", "serviceSource": "MicrosoftDefenderForEndpoint",
					 "description": "Something happened.", "firstActivity": "%4$s", "mitreTechniques": ["T%5$d"],
					 "entities": [%6$s]}""".formatted(alert,
					List.of("High", "Medium", "Low", "Informational").get(alert % 4),
					Tactic.values()[alert % Tactic.values().length].label(),
					Instant.parse("2026-11-20T00:00:00Z").plusSeconds(alert * 1300L), 1001 + alert % 40,
					entities(alert, entities)))
			.collect(Collectors.joining(","));
		return of("{\"incidentId\": 5, \"incidentName\": \"A large one\", \"severity\": \"High\", \"alerts\": [" + all
				+ "]}");
	}

	public static Incident of(String json) {
		return mapper.readValue(json, Incident.class);
	}

	private static String entities(int alert, int count) {
		return IntStream.range(0, count)
			.mapToObj((entity) -> "{\"entityType\": \"File\", \"fileName\": \"file%1$d.exe\", \"sha1\": \"%1$040x\"}"
				.formatted(alert * count / 2 + entity))
			.collect(Collectors.joining(","));
	}

	private static JsonNode read(String name) {
		return mapper.readTree(resource(name));
	}

	private static String resource(String name) {
		try (InputStream resource = SampleIncidents.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
