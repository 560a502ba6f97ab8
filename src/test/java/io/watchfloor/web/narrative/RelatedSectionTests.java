package io.watchfloor.web.narrative;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.related.Campaign;
import io.watchfloor.queue.related.RelatedIncident;
import io.watchfloor.queue.related.RelatedIncidents;
import io.watchfloor.queue.related.SharedKind;
import io.watchfloor.queue.related.SharedValue;
import io.watchfloor.web.support.SampleIncidents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RelatedSectionTests {

	private static final Viewpoint VIEWPOINT = new Viewpoint(Set.of(), Instant.parse("2026-11-23T14:03:10Z"),
			AttentionSettings.DEFAULT);

	private static final ReadIncidents READ = new ReadIncidents(3200, true);

	@Test
	void theCountIsOfStrongRelationsAndBothListsAreBounded() {
		RelatedSection section = section(READ, 37, 12);
		assertThat(section.number()).isEqualTo(37);
		assertThat(section.strong()).hasSize(RelatedSection.MOST);
		assertThat(section.weakNumber()).isEqualTo(854);
		assertThat(section.weak()).hasSize(12);
	}

	@Test
	void theRuleIsToldWithItsTerms() {
		assertThat(section(READ, 0, 0).rule()).contains("few of 3,200 incidents that your queue has read hold",
				"at most 20 for what an attack brings", "at most 5 for what recurs", "never more than one in 10");
		assertThat(section(new ReadIncidents(50, false), 0, 0).rule())
			.contains("few of the 50 incidents that your queue has read so far hold");
	}

	@Test
	void aSharedValueIsToldWithItsHoldersAndLeadsToThem() {
		SharedView shared = SharedView.of(value(SharedKind.HASH, "ab".repeat(32), 3), "/incidents", READ);
		assertThat(shared.what()).isEqualTo("SHA-256");
		assertThat(shared.held()).isEqualTo("held by 3 of 3,200 incidents");
		assertThat(shared.value().address()).isEqualTo("/incidents?q=" + "ab".repeat(32) + "&range=any");
		assertThat(SharedView.of(value(SharedKind.DEVICE, "ws-1", 2), "/incidents", READ).value().address())
			.isEqualTo("/incidents?asset=ws-1&range=any");
	}

	@Test
	void whileTheQueueIsReadNumbersAreTheLeast() {
		assertThat(new ReadIncidents(1200, false).held(3)).isEqualTo("held by at least 3 of 1,200 incidents");
	}

	@Test
	void whatIsSharedIsDefanged() {
		assertThat(shown(SharedKind.URL, "https://evil.example/a")).isEqualTo("hxxps://evil[.]example/a");
		assertThat(shown(SharedKind.DOMAIN, "evil.example")).isEqualTo("evil[.]example");
		assertThat(shown(SharedKind.IP, "2001:db8::1")).isEqualTo("2001[:]db8[:][:]1");
		assertThat(shown(SharedKind.SENDER, "a@evil.example")).isEqualTo("a[@]evil[.]example");
		assertThat(shown(SharedKind.FILE, "\u202Egpj.exe")).isEqualTo("‹U+202E›gpj.exe");
		assertThat(shown(SharedKind.COMMAND_LINE, "x ".repeat(5000))).hasSizeLessThanOrEqualTo(Quotes.LONGEST);
	}

	@Test
	void eachKindHasAWord() {
		assertThat(SharedKind.values()).allSatisfy(
				(kind) -> assertThat(SharedView.of(value(kind, "x", 2), "/incidents", READ).what()).isNotBlank());
	}

	private static String shown(SharedKind kind, String text) {
		return SharedView.of(value(kind, text, 2), "/incidents", READ).value().label();
	}

	private static RelatedSection section(ReadIncidents read, int strong, int weak) {
		return RelatedSection.of(
				new RelatedIncidents(3200, some(strong, true), some(weak, false), 854, new Campaign(List.of(), false)),
				read, VIEWPOINT, "/incidents");
	}

	private static List<RelatedIncident> some(int number, boolean rare) {
		return IntStream.rangeClosed(1, number)
			.mapToObj(
					(id) -> new RelatedIncident(IncidentSummary.of(SampleIncidents.of("{\"incidentId\": " + id + "}")),
							List.of(new SharedValue(SharedKind.USER, "ada@contoso.com", 3, rare))))
			.toList();
	}

	private static SharedValue value(SharedKind kind, String text, int holders) {
		return new SharedValue(kind, text, holders, true);
	}

}
