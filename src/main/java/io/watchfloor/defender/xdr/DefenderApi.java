package io.watchfloor.defender.xdr;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.watchfloor.defender.ApiCalls;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SourceDetail;
import io.watchfloor.defender.json.LenientJson;
import io.watchfloor.defender.json.ResponseReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.UriBuilder;

/**
 * Reads incidents from the Defender API.
 *
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/api-incident">Microsoft
 * Defender XDR incidents APIs</a>
 */
final class DefenderApi implements IncidentSource {

	private static final int LARGEST_PAGE = 100;

	/**
	 * Ten times the API's page: a response with more has no end.
	 */
	private static final int MAX_INCIDENTS = 10 * LARGEST_PAGE;

	static final String INCIDENTS = "/api/incidents";

	/**
	 * Formats seven fractional digits: the API's own times have at most as many.
	 */
	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendInstant(7).toFormatter();

	private final ApiCalls calls;

	private final ResponseReader<Incident> responseReader;

	/**
	 * Create a source.
	 * @param calls makes the calls
	 * @param clock tells the time, so that a time that lies ahead is read as absent
	 */
	DefenderApi(ApiCalls calls, InstantSource clock) {
		this.calls = calls;
		this.responseReader = responseReader(clock);
	}

	static ResponseReader<Incident> responseReader(InstantSource clock) {
		JsonMapper mapper = LenientJson.mapper(clock);
		return new ResponseReader<>(mapper, mapper.readerFor(Incident.class)::readValue, Incident::id, MAX_INCIDENTS);
	}

	@Override
	public int largestPage() {
		return LARGEST_PAGE;
	}

	@Override
	public Page list(PageRequest request, Consumer<? super Incident> consumer) {
		return this.calls.list("list", request.priority(), request.retried(), (uri) -> listUri(uri, request),
				(body, partial) -> {
					ResponseReader.Listing listing = this.responseReader.list(body, consumer);
					return new Page(listing.size(), listing.nextLink() != null || listing.size() >= request.top(),
							listing.unreadable(), partial);
				});
	}

	@Override
	public Incident get(long id, ReaderId reader) {
		return this.calls.single("get", reader, (uri) -> uri.path(INCIDENTS + "/{id}").build(id),
				(body, partial) -> this.responseReader.get(body));
	}

	@Override
	public boolean gives(SourceDetail detail) {
		return detail != SourceDetail.SUPPLEMENT;
	}

	private static URI listUri(UriBuilder uri, PageRequest request) {
		uri.path(INCIDENTS).queryParam("$top", request.top());
		if (request.skip() > 0) {
			uri.queryParam("$skip", request.skip());
		}
		List<String> conditions = new ArrayList<>();
		addCondition(conditions, "lastUpdateTime ge ", request.updatedSince());
		addCondition(conditions, "createdTime le ", request.createdUntil());
		if (request.status() != null) {
			conditions.add("status eq '" + request.status() + "'");
		}
		if (!conditions.isEmpty()) {
			return uri.queryParam("$filter", "{filter}").build(String.join(" and ", conditions));
		}
		return uri.build();
	}

	private static void addCondition(List<String> conditions, String comparison, @Nullable Instant time) {
		if (time != null) {
			conditions.add(comparison + TIME.format(time));
		}
	}

}
