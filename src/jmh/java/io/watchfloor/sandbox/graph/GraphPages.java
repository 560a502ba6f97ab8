package io.watchfloor.sandbox.graph;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.StoredIncident;

/**
 * The sandbox's incidents as its Graph answers them.
 */
public final class GraphPages {

	private static final Reader READER = new Reader(SandboxAccount.LEAD, true, "", Map.of());

	private GraphPages() {
	}

	/**
	 * One answer.
	 * @param incidents the incidents, each with its alerts
	 * @return the body, UTF-8
	 */
	public static byte[] page(List<StoredIncident> incidents) {
		IncidentForm form = new IncidentForm(READER, true);
		return incidents.stream()
			.map((incident) -> form.tell(incident).toString())
			.collect(Collectors.joining(",", "{\"value\":[", "]}"))
			.getBytes(StandardCharsets.UTF_8);
	}

}
