package io.watchfloor.defender.graph;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.defender.Api;
import io.watchfloor.defender.CallBudget;
import io.watchfloor.defender.SampleCalls;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A tenant in memory that answers as Microsoft Graph does: newest creation first, at most
 * 50 incidents a page, skip tokens, and status 400 for what it does not take.
 */
final class GraphTenant implements ClientHttpRequestFactory {

	static final String ORIGIN = "https://graph.example";

	static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private static final Pattern CONDITION = Pattern.compile("(\\w+) (le|ge|eq) (\\S+)");

	private final JsonMapper json = new JsonMapper();

	private final Map<Long, ObjectNode> incidents = new TreeMap<>();

	private final Map<String, ObjectNode> alerts = new TreeMap<>();

	/**
	 * The requests that were answered, without the origin.
	 */
	final List<String> requests = new ArrayList<>();

	/**
	 * The status to answer a request with, 200 for what is right.
	 */
	Function<String, Integer> status = (request) -> 200;

	/**
	 * Where next links lead.
	 */
	String linkOrigin = ORIGIN;

	/**
	 * How many requests a skip token lives.
	 */
	int tokenLife = Integer.MAX_VALUE;

	/**
	 * Whether lists tell how many incidents there are.
	 */
	boolean counts = true;

	/**
	 * A source that reads from this tenant.
	 */
	GraphApi api(CallBudget budget, Clock clock) {
		Api api = new Api("Microsoft Graph", URI.create(ORIGIN), GraphConfiguration.HEADERS, 1, 1, false,
				Duration.ofSeconds(30));
		return new GraphApi(api.url(), SampleCalls.of(api, this, budget, clock), clock);
	}

	/**
	 * Save an incident without alerts that changed last when it was created.
	 */
	void incident(long id, Instant created) {
		this.incidents.put(id,
				this.json.createObjectNode()
					.put("id", String.valueOf(id))
					.put("displayName", "Incident " + id)
					.put("status", "active")
					.put("severity", "high")
					.put("createdDateTime", created.toString())
					.put("lastUpdateDateTime", created.toString()));
	}

	/**
	 * Save a field of an incident.
	 */
	void set(long id, String field, String value) {
		Objects.requireNonNull(this.incidents.get(id)).put(field, value);
	}

	/**
	 * Save an alert of an incident, which changes with it.
	 */
	void alert(String id, long incident, Instant created) {
		this.alerts.put(id,
				this.json.createObjectNode()
					.put("id", id)
					.put("incidentId", String.valueOf(incident))
					.put("title", "Alert " + id)
					.put("createdDateTime", created.toString()));
		ObjectNode of = this.incidents.get(incident);
		if (of != null && created.isAfter(Instant.parse(of.path("lastUpdateDateTime").asString()))) {
			of.put("lastUpdateDateTime", created.toString());
		}
	}

	void remove(long id) {
		this.incidents.remove(id);
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		return new MockClientHttpRequest(method, uri) {

			@Override
			protected ClientHttpResponse executeInternal() throws IOException {
				return answer(getURI(), getHeaders().getFirst("Prefer"));
			}

		};
	}

	private ClientHttpResponse answer(URI uri, @Nullable String prefer) {
		String request = URI.create(ORIGIN).relativize(uri).toString();
		MultiValueMap<String, String> parameters = UriComponentsBuilder
			.fromUriString(URLDecoder.decode(uri.toString(), StandardCharsets.UTF_8))
			.build()
			.getQueryParams();
		this.requests.add(URLDecoder.decode(request, StandardCharsets.UTF_8));
		int asked = this.status.apply(this.requests.get(this.requests.size() - 1));
		if (asked / 100 != 2) {
			return response(asked, "{\"error\":{\"code\":\"UnknownError\",\"message\":\"\",\"innerError\":"
					+ "{\"request-id\":\"b1946ac9-2492-4d23-8447-1a1b2c3d4e5f\"}}}");
		}
		if (!uri.toString().startsWith(ORIGIN) || !"include-unknown-enum-members".equals(prefer)
				|| parameters.containsKey("$skip")) {
			return response(400, "{\"error\":{\"code\":\"BadRequest\"}}");
		}
		String path = uri.getPath();
		if (path.equals(GraphCalls.INCIDENTS)) {
			return list(path, this.incidents.values(), 50, parameters, asked);
		}
		if (path.equals(GraphCalls.ALERTS)) {
			return list(path, this.alerts.values(), 1_000, parameters, asked);
		}
		return single(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)), parameters, asked);
	}

	private ClientHttpResponse list(String path, Iterable<ObjectNode> all, int mostTop,
			MultiValueMap<String, String> parameters, int status) {
		String token = parameters.getFirst("$skiptoken");
		String[] continued = (token != null) ? token.split("~", -1) : new String[] { "0", null, null, null };
		int position = Integer.parseInt(continued[0]);
		if (token != null && this.requests.size() > Integer.parseInt(continued[3]) + (long) this.tokenLife) {
			return response(400, "{\"error\":{\"code\":\"BadRequest\"}}");
		}
		int top = Integer
			.parseInt((token != null) ? continued[1] : Objects.requireNonNullElse(parameters.getFirst("$top"), "50"));
		String filter = Objects.requireNonNullElse((token != null) ? continued[2] : parameters.getFirst("$filter"), "");
		if (top > mostTop || parameters.containsKey("$expand")) {
			return response(400, "{\"error\":{\"code\":\"BadRequest\"}}");
		}
		List<ObjectNode> left = new ArrayList<>();
		all.forEach((object) -> {
			if (matches(object, filter)) {
				left.add(object);
			}
		});
		left.sort(Comparator.comparing((ObjectNode object) -> Instant.parse(object.path("createdDateTime").asString()))
			.thenComparing((object) -> object.path("id").asString())
			.reversed());
		ObjectNode page = this.json.createObjectNode();
		if (parameters.containsKey("$count") && this.counts) {
			page.put("@odata.count", left.size());
		}
		ArrayNode value = page.putArray("value");
		left.stream().skip(position).limit(top).forEach(value::add);
		if (left.size() > position + top) {
			page.put("@odata.nextLink", this.linkOrigin + path + "?%24skiptoken=" + URLEncoder.encode(
					(position + top) + "~" + top + "~" + filter + "~" + this.requests.size(), StandardCharsets.UTF_8));
		}
		return response(status, page.toString());
	}

	private static boolean matches(JsonNode object, String filter) {
		Matcher conditions = CONDITION.matcher(filter);
		while (conditions.find()) {
			String value = object.path(conditions.group(1)).asString("");
			boolean matches = switch (conditions.group(2)) {
				case "le" -> !Instant.parse(value).isAfter(Instant.parse(conditions.group(3)));
				case "ge" -> !Instant.parse(value).isBefore(Instant.parse(conditions.group(3)));
				default -> conditions.group(3).equals("'" + value + "'");
			};
			if (!matches) {
				return false;
			}
		}
		return true;
	}

	private ClientHttpResponse single(long id, MultiValueMap<String, String> parameters, int status) {
		ObjectNode incident = this.incidents.get(id);
		if (incident == null) {
			return response(404, "{\"error\":{\"code\":\"NotFound\"}}");
		}
		ObjectNode answer = incident.deepCopy();
		if ("alerts".equals(parameters.getFirst("$expand"))) {
			ArrayNode expanded = answer.putArray("alerts");
			this.alerts.values()
				.stream()
				.filter((alert) -> alert.path("incidentId").asString().equals(String.valueOf(id)))
				.forEach(expanded::add);
		}
		return response(status, answer.toString());
	}

	private static ClientHttpResponse response(int status, String body) {
		MockClientHttpResponse response = new MockClientHttpResponse(body.getBytes(StandardCharsets.UTF_8),
				HttpStatusCode.valueOf(status));
		response.getHeaders().set("Content-Type", "application/json");
		if (status == 206) {
			response.getHeaders().set("Warning", "199 - \"Microsoft/Defender/504/10000\"");
		}
		return response;
	}

}
