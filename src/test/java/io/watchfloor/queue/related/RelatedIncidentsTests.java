package io.watchfloor.queue.related;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Evidence;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchText;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.queue.support.SampleAlerts;
import io.watchfloor.support.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RelatedIncidentsTests {

	private static final String HASH = "5de839186691aa96ee2ca6d74f0a38fb8d1bd6dd";

	private static final IncidentQuery EVERYTHING = IncidentQuery.DEFAULT.with(TimeRange.ANY);

	private static final Viewpoint VIEWPOINT = new Viewpoint(Set.of(), RandomIncidents.NOW, AttentionSettings.DEFAULT);

	@Test
	void whatSharesNothingIsNotRelatedAndNoIncidentIsRelatedToItself() {
		assertThat(related(user(1, "ada@contoso.com"), user(2, "bo@contoso.com"))).isEmpty();
	}

	@Test
	void assetsAreSharedWhateverTheirCase() {
		assertThat(related(user(1, "ada@contoso.com"), user(2, "ADA@contoso.com"))).singleElement()
			.satisfies((related) -> assertThat(texts(related)).containsExactly("ada@contoso.com"));
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
			.satisfies((related) -> assertThat(texts(related)).containsExactly("desktop-4711"));
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
		assertThat(texts(related.get(0))).containsExactly("203.0.113.7", "svc@contoso.com");
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
		RelatedIncidents found = found(user(1, "ada@contoso.com"), others);
		assertThat(found.weakNumber()).isEqualTo(30);
		assertThat(found.weak()).hasSize(5);
	}

	@Test
	void whatManyHaveRelatesWeaklyAndWhatFewHaveStrongly() {
		Incident first = incident(1, user("ada@contoso.com"), file(HASH));
		RelatedIncidents found = found(first,
				Stream
					.of(Stream.of(incident(2, file(HASH)), incident(3, file(HASH), user("bo@contoso.com"))),
							users(10, 30, "ada@contoso.com"), users(40, 80, "somebody@contoso.com"))
					.flatMap((some) -> some)
					.toArray(Incident[]::new));
		assertThat(found.read()).isEqualTo(65);
		assertThat(found.weakNumber()).isEqualTo(21);
		assertThat(found.strong()).extracting((related) -> related.incident().id()).containsExactlyInAnyOrder(2L, 3L);
		assertThat(found.strong().get(0).shared()).containsExactly(new SharedValue(SharedKind.HASH, HASH, 3, true));
	}

	@Test
	void aHashIsRareInMoreIncidentsThanAUser() {
		Stream<Incident> others = Stream
			.of(users(100, 300, "somebody@contoso.com"), users(2, 20, "ada@contoso.com"),
					LongStream.rangeClosed(21, 39).mapToObj((id) -> incident(id, file(HASH))))
			.flatMap((some) -> some);
		RelatedIncidents found = found(incident(1, user("ada@contoso.com"), file(HASH)),
				others.toArray(Incident[]::new));
		assertThat(found.strong()).hasSize(19)
			.allSatisfy((related) -> assertThat(related.shared())
				.containsExactly(new SharedValue(SharedKind.HASH, HASH, 20, true)));
		assertThat(found.weakNumber()).isEqualTo(19);
	}

	@Test
	void theTermsOfRarityAreKept() {
		Rarity rarity = new Rarity(3200);
		assertThat(rarity.isRare(SharedKind.URL, 20)).isTrue();
		assertThat(rarity.isRare(SharedKind.URL, 21)).isFalse();
		assertThat(rarity.isRare(SharedKind.DEVICE, 5)).isTrue();
		assertThat(rarity.isRare(SharedKind.DEVICE, 6)).isFalse();
		assertThat(rarity.isRare(SharedKind.TECHNIQUE, 2)).isFalse();
		assertThat(new Rarity(50).isRare(SharedKind.URL, 5)).isTrue();
		assertThat(new Rarity(50).isRare(SharedKind.URL, 6)).isFalse();
		assertThat(new Rarity(2).isRare(SharedKind.URL, 2)).isTrue();
	}

	@Test
	void filesAreSharedWhateverTheirFolderAndUrlsByTheirHost() {
		Incident first = incident(1, url("https://user@Evil.example:8443/a?b"), path("C:\\Users\\ada", "Upd.dll"));
		List<RelatedIncident> related = related(first, incident(2, url("http://evil.example")),
				incident(3, path("D:\\temp", "upd.dll")), incident(4, url("https://devil.example/a?b")));
		assertThat(related)
			.extracting((one) -> one.incident().id(), (one) -> one.shared().get(0).kind(), (one) -> texts(one))
			.containsExactlyInAnyOrder(tuple(2L, SharedKind.DOMAIN, List.of("evil.example")),
					tuple(3L, SharedKind.FILE, List.of("Upd.dll")));
	}

	@Test
	void theAddressInAUrlIsAnAddress() {
		assertThat(related(incident(1, url("https://[2001:DB8::1]:8443/x"), url("http://203.0.113.7:80/y")),
				incident(2, address("2001:db8::1")), incident(3, address("203.0.113.7"))))
			.extracting((related) -> related.shared().get(0).kind())
			.containsExactly(SharedKind.IP, SharedKind.IP);
	}

	@Test
	void whatOneAlertOfManyHoldsIsCountedOnceInEachIncident() {
		Incident twice = new Incident(1, null, null, null, null, null, null, null, null, null, null, List.of(),
				List.of(),
				Stream.concat(incident(1, file(HASH)).alerts().stream(), incident(1, file(HASH)).alerts().stream())
					.toList(),
				null);
		assertThat(related(twice, incident(2, file(HASH), file(HASH)))).singleElement()
			.satisfies((related) -> assertThat(related.shared().get(0).holders()).isEqualTo(2));
	}

	@Test
	void aCampaignJoinsWhatIsRelatedThroughOthers() {
		RelatedIncidents found = found(incident(1, user("ada@contoso.com"), file(HASH)),
				incident(2, file(HASH), address("203.0.113.7")),
				incident(3, address("203.0.113.7"), url("https://evil.example/a")),
				incident(4, url("https://evil.example/b")), incident(5, address("198.51.100.1")));
		assertThat(found.strong()).hasSize(1);
		assertThat(found.campaign().bounded()).isTrue();
		assertThat(found.campaign().members())
			.extracting((member) -> member.incident().id(),
					(member) -> (member.shared() != null) ? member.shared().text() : "", Campaign.Member::foundBy)
			.containsExactly(tuple(1L, "", 0L), tuple(2L, HASH, 1L), tuple(3L, "203.0.113.7", 2L));
	}

	@Test
	void aCampaignThatHasNoFurtherMembersSaysSo() {
		Campaign campaign = found(incident(1, file(HASH)), incident(2, file(HASH)), incident(3, address("10.0.0.1")))
			.campaign();
		assertThat(campaign.isAny()).isTrue();
		assertThat(campaign.bounded()).isFalse();
		assertThat(found(incident(1, file(HASH)), incident(2, address("10.0.0.1"))).campaign().isAny()).isFalse();
	}

	@Test
	void aCampaignDoesNotFollowTheUsersOfItsMembers() {
		Campaign campaign = found(incident(1, user("ada@contoso.com")),
				incident(2, user("ada@contoso.com"), user("bo@contoso.com")), incident(3, user("bo@contoso.com")))
			.campaign();
		assertThat(campaign.members()).extracting((member) -> member.incident().id()).containsExactly(1L, 2L);
		assertThat(campaign.bounded()).isFalse();
	}

	@Test
	void aCampaignHasAnEnd() {
		Stream<Incident> victims = LongStream.rangeClosed(2, 60)
			.mapToObj((id) -> incident(id, file(HASH + (id / 6)), file(HASH + "f" + (id % 6))));
		Campaign campaign = found(incident(1, file(HASH + "0"), file(HASH + "f0"), file(HASH + "f1")),
				Stream.concat(victims, users(100, 300, "somebody@contoso.com")).toArray(Incident[]::new))
			.campaign();
		assertThat(campaign.members()).hasSize(Campaign.MOST).doesNotHaveDuplicates();
		assertThat(campaign.bounded()).isTrue();
	}

	@Test
	void everyHolderThatIsToldHoldsTheValue() {
		Seeds.tryOut(30, (seed) -> {
			List<Incident> some = new RandomIncidents(seed).some(60);
			IncidentIndex index = IncidentIndex.EMPTY.with(some.stream().map(IncidentSummary::of).toList());
			RelatedIncidents found = RelatedIncidents.of(some.get(0), index, VIEWPOINT, 60);
			assertThat(found.strong()).allMatch(RelatedIncident::isStrong);
			assertThat(found.weak()).noneMatch(RelatedIncident::isStrong).hasSize(found.weakNumber());
			assertThat(Stream.concat(found.strong().stream(), found.weak().stream())
				.map((related) -> related.incident().id())).doesNotHaveDuplicates().doesNotContain(1L);
			Stream.concat(found.strong().stream(), found.weak().stream())
				.flatMap((related) -> related.shared().stream())
				.filter((value) -> !value.kind().isAsset())
				.forEach((value) -> assertThat(value.holders()).as(value.toString())
					.isLessThanOrEqualTo((int) index.all(EVERYTHING, VIEWPOINT)
						.filter((one) -> one.text().contains(SearchText.fold(value.text())))
						.count()));
		});
	}

	private static List<String> texts(RelatedIncident related) {
		return related.shared().stream().map(SharedValue::text).toList();
	}

	private static Stream<Incident> users(long from, long to, String name) {
		return LongStream.rangeClosed(from, to).mapToObj((id) -> user(id, name));
	}

	private static Evidence path(String folder, String name) {
		return new Evidence("File", null, null, null, null, null, name, folder, null, null, null, null, null, null,
				null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null);
	}

	private static List<RelatedIncident> related(Incident first, Incident... others) {
		RelatedIncidents found = found(first, others);
		return Stream.concat(found.strong().stream(), found.weak().stream()).limit(5).toList();
	}

	private static RelatedIncidents found(Incident first, Incident... others) {
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
