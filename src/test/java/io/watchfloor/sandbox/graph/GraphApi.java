package io.watchfloor.sandbox.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.watchfloor.sandbox.defender.Answer;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.defender.IncidentStore;
import io.watchfloor.sandbox.defender.Json;
import io.watchfloor.sandbox.defender.StoredIncident;
import io.watchfloor.sandbox.defender.Visibility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Graph answers to a good token: pages of incidents and of alerts, and single
 * incidents, each as the caller may see it.
 */
final class GraphApi {

	/**
	 * The properties that the list of incidents can be filtered by.
	 */
	private static final Map<String, GraphProperty<StoredIncident>> PROPERTIES = Map.of("createdDateTime",
			GraphProperty.time(IncidentForm::created), "lastUpdateDateTime",
			GraphProperty.time(IncidentForm::lastUpdate), "assignedTo", GraphProperty.text(StoredIncident::assignedTo),
			"status", GraphProperty.word(Words.STATUS, StoredIncident::status), "severity",
			GraphProperty.word(Words.SEVERITY, StoredIncident::severity), "classification",
			GraphProperty.word(Words.CLASSIFICATION, StoredIncident::classification), "determination",
			GraphProperty.word(Words.DETERMINATION, StoredIncident::determination));

	/**
	 * What lies further back is not to be had by {@code $skip} in a large tenant.
	 */
	private static final int WALL = 500;

	private final IncidentStore store;

	private final ListedAlerts alerts;

	private final DefenderControls controls;

	private final GraphControls graph;

	GraphApi(IncidentStore store, DefenderControls controls, GraphControls graph) {
		this.store = store;
		this.alerts = new ListedAlerts(store);
		this.controls = controls;
		this.graph = graph;
	}

	Answer incidents(GraphQuery query, Reader reader) {
		if (this.graph.largeTenant() && query.expand() && query.filter() != null) {
			throw GraphErrors.internal();
		}
		String served = this.controls.served();
		if (served != null) {
			return ServedIncidents.of(served).incidents(query.expand(), reader);
		}
		Page<StoredIncident> page = find(query, reader);
		IncidentForm form = new IncidentForm(reader, query.expand());
		return page(page, form::tell, "#security/incidents", "/security/incidents?", query, reader);
	}

	/**
	 * Find the page of incidents that a query asks for.
	 */
	Page<StoredIncident> find(GraphQuery query, Reader reader) {
		Visibility visibility = new Visibility(reader.account());
		List<StoredIncident> visible = this.store.newestFirst().stream().filter(visibility::shows).toList();
		Page<StoredIncident> page = Page.of(visible, query, skip(query, reader), PROPERTIES);
		return (this.graph.largeTenant() && query.skip() > WALL) ? new Page<>(List.of(), false, page.count()) : page;
	}

	Answer alerts(GraphQuery query, Reader reader) {
		String served = this.controls.served();
		if (served != null) {
			return ServedIncidents.of(served).alerts(reader);
		}
		Visibility visibility = new Visibility(reader.account());
		List<ListedAlert> visible = this.alerts.newestFirst()
			.stream()
			.filter((one) -> visibility.test(one.alert()))
			.toList();
		Page<ListedAlert> page = Page.of(visible, query, skip(query, reader), ListedAlert.PROPERTIES);
		AlertForm form = new AlertForm(reader.unknownMembers());
		return page(page, (one) -> form.tell(one.incident(), one.alert().json()), "#security/alerts_v2",
				"/security/alerts_v2?", query, reader);
	}

	Answer incident(String id, boolean expand, Reader reader) {
		if (!id.matches("\\d{1,18}")) {
			throw GraphErrors.noSuchIncident();
		}
		StoredIncident incident = this.store.find(Long.parseLong(id))
			.filter(new Visibility(reader.account())::shows)
			.orElseThrow(GraphErrors::noSuchIncident);
		ObjectNode told = Json.object()
			.put("@odata.context",
					reader.api() + "/$metadata#security/incidents" + (expand ? "(alerts())" : "") + "/$entity");
		told.setAll(new IncidentForm(reader, expand).tell(incident));
		return answer(Json.body(told), reader);
	}

	private int skip(GraphQuery query, Reader reader) {
		String token = query.skipToken();
		return (token != null) ? this.graph.skipTokens().redeem(token, owner(query, reader)) : query.skip();
	}

	private static String owner(GraphQuery query, Reader reader) {
		return query.text() + ' ' + reader.account().objectId();
	}

	private <T> Answer page(Page<T> page, Function<T, ? extends JsonNode> form, String context, String path,
			GraphQuery query, Reader reader) {
		ObjectNode frame = Json.object().put("@odata.context", reader.api() + "/$metadata" + context);
		if (query.count()) {
			frame.put("@odata.count", page.count());
		}
		if (page.more()) {
			int next = skip(query, reader) + query.top();
			frame.put("@odata.nextLink", reader.api() + path + query.text() + "&$skiptoken="
					+ this.graph.skipTokens().issue(next, owner(query, reader)));
		}
		return answer((out) -> {
			byte[] before = Json.write(frame);
			out.write(before, 0, before.length - 1);
			out.write(",\"value\":[".getBytes(StandardCharsets.UTF_8));
			writeAll(page.elements(), form, out);
			out.write("]}".getBytes(StandardCharsets.UTF_8));
		}, reader);
	}

	private static <T> void writeAll(List<T> elements, Function<T, ? extends JsonNode> form, OutputStream out)
			throws IOException {
		for (int i = 0; i < elements.size(); i++) {
			if (i > 0) {
				out.write(',');
			}
			out.write(Json.write(form.apply(elements.get(i))));
		}
	}

	private Answer answer(Answer.Body body, Reader reader) {
		Map<String, String> headers = new HashMap<>(reader.headers());
		if (this.graph.partial()) {
			headers.put("Warning", "199 - \"vendor/provider/504/10000\"");
		}
		return new Answer(this.graph.partial() ? 206 : 200, headers, GraphErrors.JSON, body);
	}

}
