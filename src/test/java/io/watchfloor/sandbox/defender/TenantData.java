package io.watchfloor.sandbox.defender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that the tenant holds when it begins.
 */
final class TenantData {

	private final DefenderOptions options;

	private final IncidentFactory factory;

	private @Nullable List<StoredIncident> beginning;

	private @Nullable List<StoredIncident> shortened;

	TenantData(DefenderOptions options) {
		this.options = options;
		this.factory = new IncidentFactory(options.seed());
	}

	/**
	 * The incidents of the beginning; the same ones each time.
	 */
	synchronized List<StoredIncident> beginning() {
		if (this.beginning == null) {
			this.beginning = generate();
		}
		return this.beginning;
	}

	/**
	 * The same incidents, the enormous one and the hostile ones with little evidence:
	 * together they are most of what a list of a test's tenant has to say.
	 */
	synchronized List<StoredIncident> shortened() {
		if (this.shortened == null) {
			this.shortened = beginning().stream()
				.map((incident) -> SpecialIncidents.isLarge(incident.id()) ? incident.shortened(2) : incident)
				.toList();
		}
		return this.shortened;
	}

	/**
	 * An incident that arrives while the tenant runs.
	 */
	ObjectNode arriving(long id, Instant now) {
		return this.factory.arriving(id, now);
	}

	private List<StoredIncident> generate() {
		Instant now = this.options.clock().instant();
		int count = this.options.incidents();
		List<StoredIncident> incidents = new ArrayList<>(IntStream.range(0, count)
			.parallel()
			.mapToObj((index) -> StoredIncident.of(this.factory.past(index, count, now)))
			.toList());
		if (this.options.extras()) {
			incidents.addAll(new SpecialIncidents(this.options.seed(), now, this.factory).all()
				.map(StoredIncident::of)
				.toList());
		}
		if (this.options.extras() && this.options.hostile()) {
			incidents.addAll(new HostileIncidents(this.factory, now).all().map(StoredIncident::of).toList());
		}
		return List.copyOf(incidents);
	}

}
