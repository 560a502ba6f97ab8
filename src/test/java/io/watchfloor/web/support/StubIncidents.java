package io.watchfloor.web.support;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.defender.SourceDetail;

/**
 * A source that has these incidents and no others.
 *
 * @param incidents the incidents
 * @param details what it gives of them
 */
public record StubIncidents(List<Incident> incidents, Set<SourceDetail> details) implements IncidentSource {

	/**
	 * Create a source that gives what the Defender API does.
	 */
	public StubIncidents(List<Incident> incidents) {
		this(incidents, EnumSet.complementOf(EnumSet.of(SourceDetail.SUPPLEMENT)));
	}

	@Override
	public int largestPage() {
		return 100;
	}

	@Override
	public Page list(PageRequest request, Consumer<? super Incident> reader) {
		this.incidents.forEach(reader);
		return new Page(this.incidents.size(), false);
	}

	@Override
	public Incident get(long id, ReaderId caller) {
		return this.incidents.stream()
			.filter((incident) -> incident.id() == id)
			.findFirst()
			.orElseThrow(SampleFailures::notFound);
	}

	@Override
	public boolean gives(SourceDetail detail) {
		return this.details.contains(detail);
	}

}
