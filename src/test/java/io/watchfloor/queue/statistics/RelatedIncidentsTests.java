package io.watchfloor.queue.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Evidence;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.queue.support.SampleAlerts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RelatedIncidentsTests {

	private static final Viewpoint VIEWPOINT = new Viewpoint(Set.of(), RandomIncidents.NOW, AttentionSettings.DEFAULT);

	@Test
	void whatSharesNothingIsNotRelatedAndNoIncidentIsRelatedToItself() {
		assertThat(related(user(1, "ada@contoso.com"), user(2, "bo@contoso.com"))).isEmpty();
	}

	@Test
	void assetsAreSharedWhateverTheirCase() {
		assertThat(related(user(1, "ada@contoso.com"), user(2, "ADA@contoso.com"))).singleElement()
			.satisfies((related) -> assertThat(related.shared()).containsExactly("ada@contoso.com"));
	}

	@Test
	void hashesUrlsAndAddressesAreShared() {
		Incident first = incident(1, file("5DE8"), url("https://evil.example/ü"), address("10.0.0.1"));
		assertThat(related(first, incident(2, file("5de8")), incident(3, url("https://evil.example/Ü")),
				incident(4, address("10.0.0.1"))))
			.extracting((related) -> related.incident().id())
			.containsExactlyInAnyOrder(2L, 3L, 4L);
	}

	@Test
	void oneDeviceIdUnderTwoNamesIsShared() {
		Incident first = device(1, "id-1", "desktop-4711");
		assertThat(related(first, device(2, "ID-1", "ws-042"), device(3, "id-3", "ws-7"))).singleElement()
			.satisfies((related) -> assertThat(related.incident().id()).isEqualTo(2))
			.satisfies((related) -> assertThat(related.shared()).containsExactly("desktop-4711"));
	}

	private static Incident device(long id, String device, String name) {
		return new Incident(id, null, null, null, null, null, null, null, null, null, null, List.of(), List.of(),
				List.of(SampleAlerts.withDevices(SampleAlerts.device(device, name))), null);
	}

	@Test
	void anAddressIsNotPartOfALongerOne() {
		Incident first = incident(1, address("10.0.0.1"));
		assertThat(related(first, incident(2, address("10.0.0.12")), incident(3, address("110.0.0.1")),
				incident(4, url("https://10.0.0.1/x"))))
			.extracting((related) -> related.incident().id())
			.containsExactly(4L);
	}

	@Test
	void whatFewHaveWeighsMoreThanWhatManyHave() {
		Incident first = incident(1, user("svc@contoso.com"), user("help@contoso.com"), address("203.0.113.7"));
		Stream<Incident> many = LongStream.rangeClosed(10, 30)
			.mapToObj((id) -> incident(id, user("svc@contoso.com"), user("help@contoso.com")));
		List<RelatedIncident> related = related(first,
				Stream.concat(many, Stream.of(incident(2, user("svc@contoso.com"), address("203.0.113.7"))))
					.toArray(Incident[]::new));
		assertThat(related).hasSize(5);
		assertThat(related.get(0).incident().id()).isEqualTo(2);
		assertThat(related.get(0).shared()).containsExactly("203.0.113.7", "svc@contoso.com");
	}

	@Test
	void whatWasMergedIntoItIsToldElsewhere() {
		Incident merged = new Incident(2, 1L, null, null, null, null, null, null, null, null, null, List.of(),
				List.of(), user(2, "ada@contoso.com").alerts(), null);
		assertThat(related(user(1, "ada@contoso.com"), merged)).isEmpty();
	}

	@Test
	void allAreCountedAlthoughFewAreTold() {
		Incident[] others = LongStream.rangeClosed(2, 31)
			.mapToObj((id) -> user(id, "ada@contoso.com"))
			.toArray(Incident[]::new);
		RelatedIncidents.Found found = found(user(1, "ada@contoso.com"), others);
		assertThat(found.number()).isEqualTo(30);
		assertThat(found.closest()).hasSize(5);
	}

	private static List<RelatedIncident> related(Incident first, Incident... others) {
		return found(first, others).closest();
	}

	private static RelatedIncidents.Found found(Incident first, Incident... others) {
		IncidentIndex index = IncidentIndex.EMPTY
			.with(Stream.concat(Stream.of(first), Arrays.stream(others)).map(IncidentSummary::of).toList());
		return RelatedIncidents.of(first, index, VIEWPOINT, 5);
	}

	private static Incident user(long id, String name) {
		return incident(id, user(name));
	}

	private static Incident incident(long id, Evidence... evidence) {
		Alert alert = new Alert(null, null, null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, null, List.of(), List.of(), List.of(evidence));
		return new Incident(id, null, null, null, null, null, null, null, null, null, null, List.of(), List.of(),
				List.of(alert), null);
	}

	private static Evidence user(String name) {
		return evidence("User", null, null, null, name);
	}

	private static Evidence file(String sha1) {
		return evidence("File", sha1, null, null, null);
	}

	private static Evidence url(String url) {
		return evidence("Url", null, null, url, null);
	}

	private static Evidence address(String address) {
		return evidence("Ip", null, address, null, null);
	}

	private static Evidence evidence(String type, @Nullable String sha1, @Nullable String address, @Nullable String url,
			@Nullable String user) {
		return new Evidence(type, null, null, null, sha1, null, null, null, null, null, null, null, null, address, url,
				null, null, null, null, user, null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null);
	}

}
