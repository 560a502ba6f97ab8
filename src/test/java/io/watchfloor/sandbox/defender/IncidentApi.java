package io.watchfloor.sandbox.defender;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.watchfloor.sandbox.SandboxAccount;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the API answers to a good token: pages of incidents and single ones, each as the
 * caller may see it.
 */
final class IncidentApi {

	private static final byte[] NOTHING = {};

	private final IncidentStore store;

	IncidentApi(IncidentStore store) {
		this.store = store;
	}

	/**
	 * Answer the list.
	 * @param query which incidents
	 * @param account who asks
	 * @param api the API's own address, up to {@code /api}
	 */
	Answer list(ListQuery query, SandboxAccount account, String api) {
		Visibility visibility = new Visibility(account);
		List<StoredIncident> found = find(query, visibility).limit(query.top() + 1L).toList();
		boolean more = found.size() > query.top();
		List<StoredIncident> page = more ? found.subList(0, query.top()) : found;
		ObjectNode link = Json.object();
		if (more) {
			link.put("@odata.nextLink", api + "/incidents?" + query.next());
		}
		return ok((out) -> writePage(out, page, visibility, context(api, ""), link));
	}

	/**
	 * Whether the list that {@link #list} answers has an incident.
	 */
	boolean lists(ListQuery query, SandboxAccount account, long id) {
		return find(query, new Visibility(account)).limit(query.top()).anyMatch((incident) -> incident.id() == id);
	}

	private Stream<StoredIncident> find(ListQuery query, Visibility visibility) {
		return this.store.newestFirst().stream().filter(query.filter()).filter(visibility::shows).skip(query.skip());
	}

	/**
	 * Answer one incident.
	 * @throws ApiError with 404 when there is none that the account may see
	 */
	Answer get(long id, SandboxAccount account, String api) {
		StoredIncident incident = this.store.find(id)
			.filter(new Visibility(account)::shows)
			.orElseThrow(() -> ApiError.incidentNotFound(id));
		return incident(incident, account, api);
	}

	/**
	 * Tell one incident.
	 */
	Answer incident(StoredIncident incident, SandboxAccount account, String api) {
		return ok((out) -> incident.writeTo(out, bytes(context(api, "/$entity") + ','), new Visibility(account)));
	}

	private static void writePage(OutputStream out, List<StoredIncident> page, Visibility visibility, String context,
			ObjectNode link) throws IOException {
		out.write(bytes("{" + context + ",\"value\":["));
		for (int i = 0; i < page.size(); i++) {
			if (i > 0) {
				out.write(',');
			}
			page.get(i).writeTo(out, NOTHING, visibility);
		}
		out.write(']');
		if (!link.isEmpty()) {
			out.write(',');
			byte[] member = Json.write(link);
			out.write(member, 1, member.length - 2);
		}
		out.write('}');
	}

	private static String context(String api, String suffix) {
		return "\"@odata.context\":\"" + api + "/$metadata#Incidents" + suffix + '"';
	}

	private static Answer ok(Answer.Body body) {
		return new Answer(200, Map.of(), Answer.JSON, body);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
