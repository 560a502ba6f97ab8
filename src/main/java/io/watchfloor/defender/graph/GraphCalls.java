package io.watchfloor.defender.graph;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import io.watchfloor.defender.ApiCalls;
import io.watchfloor.defender.ApiCalls.BodyReader;
import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.Incident.Comment;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.json.LenientJson;
import io.watchfloor.defender.json.ResponseReader;
import io.watchfloor.defender.json.ResponseReader.Listing;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.UriBuilder;

/**
 * The calls of Microsoft Graph that read incidents and alerts. Lists are never asked for
 * with {@code $expand}, which fails for good on large tenants when there is a filter, nor
 * with {@code $skip}, which ends after some hundred rows.
 *
 * @see <a href="https://learn.microsoft.com/en-us/graph/api/security-list-incidents">List
 * incidents</a>
 * @see <a href="https://learn.microsoft.com/en-us/graph/api/security-list-alerts_v2">List
 * alerts_v2</a>
 */
final class GraphCalls {

	/**
	 * More than 50 incidents are refused with status 400.
	 */
	static final int LARGEST_PAGE = 50;

	static final String INCIDENTS = "/v1.0/security/incidents";

	static final String ALERTS = "/v1.0/security/alerts_v2";

	/**
	 * A response with more has no end.
	 */
	private static final int MOST_IN_A_RESPONSE = 10_000;

	/**
	 * Formats seven fractional digits: the API's own times have at most as many.
	 */
	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendInstant(7).toFormatter();

	private final ApiCalls calls;

	private final ResponseReader<Incident> incidents;

	private final ResponseReader<GraphAlert> alerts;

	/**
	 * Create the calls.
	 * @param calls makes them
	 * @param clock tells the time, so that a time that lies ahead is read as absent
	 */
	GraphCalls(ApiCalls calls, InstantSource clock) {
		this.calls = calls;
		this.incidents = incidentReader(clock);
		JsonMapper mapper = LenientJson.mapper(clock);
		this.alerts = reader(mapper, new AlertMapping(mapper)::ofList, GraphAlert::incidentId);
	}

	/**
	 * Create what reads a response with incidents.
	 * @param clock tells the time, so that a time that lies ahead is read as absent
	 */
	static ResponseReader<Incident> incidentReader(InstantSource clock) {
		JsonMapper mapper = LenientJson.mapper(clock);
		return reader(mapper, new IncidentMapping(mapper)::incident, Incident::id);
	}

	/**
	 * Create what reads a response with all comments of an incident.
	 * @param clock tells the time, so that a time that lies ahead is read as absent
	 */
	static ResponseReader<Comment> commentReader(InstantSource clock) {
		JsonMapper mapper = LenientJson.mapper(clock);
		return reader(mapper, (object) -> IncidentMapping.comment(new Fields(mapper, object)), (comment) -> 1);
	}

	private static <T> ResponseReader<T> reader(JsonMapper mapper, Function<JsonNode, T> mapping,
			ToLongFunction<T> id) {
		ObjectReader tree = mapper.readerFor(JsonNode.class);
		Function<JsonParser, T> element = (parser) -> mapping.apply(tree.readValue(parser));
		return new ResponseReader<>(mapper, element, id, MOST_IN_A_RESPONSE);
	}

	/**
	 * Read the first incidents that a filter selects, newest creation first.
	 */
	ListedRows incidents(GraphFilter filter, int top, CallPriority priority, boolean retried) {
		return rows(priority, retried, top, (uri) -> incidentsUri(uri, filter, top).build(filter.text()));
	}

	/**
	 * Read the incidents of a next page.
	 */
	ListedRows incidents(URI nextLink, CallPriority priority) {
		return rows(priority, false, LARGEST_PAGE, (uri) -> nextLink);
	}

	private ListedRows rows(CallPriority priority, boolean retried, int top, Function<UriBuilder, URI> uri) {
		return this.calls.list("list", priority, retried, uri, (body, partial) -> {
			List<Incident> read = new ArrayList<>();
			return ListedRows.of(read, this.incidents.list(body, read::add), top, partial);
		});
	}

	/**
	 * Count the incidents that a filter selects.
	 * @return the number, empty if the response does not tell
	 */
	OptionalLong count(GraphFilter filter, CallPriority priority) {
		return this.calls.list("count", priority, true,
				(uri) -> incidentsUri(uri, filter, 1).queryParam("$count", true).build(filter.text()),
				(body, partial) -> {
					Long total = this.incidents.list(body, (incident) -> {
					}).total();
					return (total != null && !partial) ? OptionalLong.of(total) : OptionalLong.empty();
				});
	}

	private static UriBuilder incidentsUri(UriBuilder uri, GraphFilter filter, int top) {
		uri.path(INCIDENTS).queryParam("$top", top);
		return filter.text().isEmpty() ? uri : uri.queryParam("$filter", "{filter}");
	}

	/**
	 * Read alerts, newest creation first.
	 * @param createdUntil the latest creation, or {@code null} for any
	 */
	AlertPage alerts(@Nullable Instant createdUntil, int top, CallPriority priority) {
		return alerts(priority, top, (uri) -> {
			uri.path(ALERTS).queryParam("$top", top);
			return (createdUntil != null)
					? uri.queryParam("$filter", "{filter}").build("createdDateTime le " + time(createdUntil))
					: uri.build();
		});
	}

	/**
	 * Read the alerts of a next page.
	 */
	AlertPage alerts(URI nextLink, int top, CallPriority priority) {
		return alerts(priority, top, (uri) -> nextLink);
	}

	private AlertPage alerts(CallPriority priority, int top, Function<UriBuilder, URI> uri) {
		return this.calls.list("alerts", priority, false, uri, (body, partial) -> {
			List<GraphAlert> read = new ArrayList<>();
			Listing listing = this.alerts.list(body, read::add);
			return new AlertPage(read, listing.nextLink(), listing.size() >= top || listing.nextLink() != null,
					partial || !listing.unreadable().isEmpty());
		});
	}

	/**
	 * Read an incident that somebody opens.
	 * @param expand whether with its alerts
	 */
	Incident opened(long id, boolean expand, ReaderId reader) {
		return this.calls.single("get", reader, (uri) -> incidentUri(uri, id, expand), single(expand));
	}

	/**
	 * Read an incident for a list.
	 * @param expand whether with its alerts
	 */
	Incident listed(long id, boolean expand, CallPriority priority) {
		return this.calls.list("get", priority, true, (uri) -> incidentUri(uri, id, expand), single(expand));
	}

	private static URI incidentUri(UriBuilder uri, long id, boolean expand) {
		uri.path(INCIDENTS + "/{id}");
		return expand ? uri.queryParam("$expand", "alerts").build(id) : uri.build(id);
	}

	private BodyReader<Incident> single(boolean expand) {
		return (body, partial) -> {
			Incident incident = this.incidents.get(body);
			return incident.with(incident.alerts(), partial || !expand);
		};
	}

	static String time(Instant time) {
		return TIME.format(time);
	}

}
