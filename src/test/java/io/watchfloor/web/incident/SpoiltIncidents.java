package io.watchfloor.web.incident;

import java.net.URI;
import java.time.Instant;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.SpoiltAnswers;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.web.address.PortalLink;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.format.SourceDetails;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold of the page of an incident, whatever the API answered.
 */
final class SpoiltIncidents {

	private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

	private SpoiltIncidents() {
	}

	/**
	 * An answer of the API: every incident that can be read can be shown.
	 */
	static void pages(byte[] answer) {
		SpoiltAnswers.list(answer).forEach(SpoiltIncidents::page);
	}

	private static void page(Incident incident) {
		IncidentPage page = IncidentPage.of(incident, "tenant", NOW, SourceDetails.ALL);
		assertThat(page.alerts()).hasSize(page.alertCount());
		assertThat(page.assets().stream().mapToInt((group) -> group.entities().size()).sum())
			.isEqualTo(page.assetCount());
		assertThat(page.evidence().stream().mapToInt((group) -> group.entities().size()).sum())
			.isEqualTo(page.evidenceCount());
		assertThat(page.contents().highlights().alerts()).hasSizeLessThanOrEqualTo(page.alertCount());
		assertThat(page.graph() == null)
			.isEqualTo(page.alerts().isEmpty() || page.assetCount() + page.evidenceCount() == 0);
		Viewpoint viewpoint = new Viewpoint("ada@contoso.com", NOW, AttentionSettings.DEFAULT);
		assertThat(IncidentRow.of(IncidentSummary.of(incident), viewpoint, "/incidents")).isNotNull();
		assertThat(URI.create(PortalLink.of(incident, "tenant"))).hasScheme("https")
			.satisfies((link) -> assertThat(link.getHost()).startsWith("security.microsoft."));
	}

}
