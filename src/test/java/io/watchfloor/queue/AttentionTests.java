package io.watchfloor.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.support.RandomIncidents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attention as a table of incidents, with the order that follows from it.
 */
class AttentionTests {

	private static final Instant NOW = RandomIncidents.NOW;

	private static final Viewpoint VIEWPOINT = new Viewpoint("ada@contoso.com", NOW, AttentionSettings.DEFAULT);

	/**
	 * An incident of yesterday, within its limit unless it is high, with nothing that
	 * weighs but severity, owner and age.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					High          | Active     |                 |              | PT25H  | HAPPENING    | 53 | High, unassigned for 1 d
					high          | New        | bo@contoso.com  |              | PT25H  | HAPPENING    | 38 | High, over the limit of 4 h
					High          | InProgress | bo@contoso.com  |              | PT25H  | HAPPENING    | 30 | High, open for 1 d
					High          | InProgress | ADA@contoso.com | TruePositive | PT25H  | HAPPENING    | 40 | High, yours, open for 1 d
					Medium        | InProgress |                 |              | PT96H  | ROTTING      | 33 | Silent for 4 d: medium, unassigned for 4 d
					Medium        | Active     | bo@contoso.com  |              | PT20H  | HAPPENING    | 22 | Medium, active 20 h ago
					Low           | Active     |                 |              | PT96H  | HAPPENING    | 21 | Unassigned for 4 d, low
					Informational | InProgress | bo@contoso.com  |              | PT96H  | HAPPENING    | 0  | Open for 4 d
					Whatever      | Active     |                 |              | PT96H  | HAPPENING    | 25 | Unassigned for 4 d, severity not stated
					High          | Resolved   |                 |              | PT5H   | UNCLASSIFIED | 0  | Resolved without classification
					Low           | Resolved   | bo@contoso.com  | unknown      | PT5H   | UNCLASSIFIED | 0  | Resolved without classification
					High          | Resolved   |                 | TruePositive | PT5H   | CLOSED       | 0  | Resolved
					High          | Redirected |                 |              | PT5H   | CLOSED       | 0  | Merged into another
					High          | Active     |                 |              | -PT5H  | HAPPENING    | 57 | High, unassigned for 0 s
					High          | Active     |                 |              |        | HAPPENING    | 45 | High, unassigned, time unknown
					High          | InProgress | ADA@contoso.com |              |        | HAPPENING    | 40 | High, yours, open, time unknown
					""")
	void theHeaviestTwoWeightsAreTheReason(@Nullable String severity, @Nullable String status, @Nullable String owner,
			@Nullable String classification, @Nullable Duration age, Attention.Band band, int score, String reason) {
		IncidentSummary summary = summary(1, severity, status, owner, classification,
				(age != null) ? NOW.minus(age) : null);
		assertThat(Attention.of(summary, VIEWPOINT)).isEqualTo(new Attention(band, score, reason));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Hands-on-keyboard attack involving one user | | | | | hands on keyboard | 20
			Possible human-operated malicious activity | | | | | hands on keyboard | 20
			x | Ransomware-linked emerging threat | | | | ransomware | 20
			Multi-stage incident (attack disruption) | | | | | attack disruption | 12
			x | | Octo Tempest | | | a named threat actor | 10
			x | | | PendingApproval | | an action waits for approval | 8
			x | | | | Exfiltration | reached exfiltration | 12
			x | | | | LateralMovement | reached lateral movement | 9
			x | | | | Credential access | reached credential access | 6
			x | | | | InitialAccess | reached initial access | 3
			""")
	void whatMicrosoftSaysOfItWeighs(String name, @Nullable String title, @Nullable String actor,
			@Nullable String investigation, @Nullable String category, String words, int points) {
		IncidentSummary plain = IncidentSummary.of(incident("x", List.of(), List.of(alert(null, null, null, null))));
		IncidentSummary summary = IncidentSummary
			.of(incident(name, List.of(), List.of(alert(title, actor, investigation, category))));
		assertThat(score(summary)).isEqualTo(score(plain) + points);
		assertThat(Attention.of(summary, VIEWPOINT).reason()).containsIgnoringCase(words);
	}

	@Test
	void aCriticalTagOfTheIncidentOrOfADeviceWeighs() {
		Device vip = device("vip", List.of("crown JEWEL"), "High");
		Device other = device("other", List.of("lab"), "Low");
		IncidentSummary plain = IncidentSummary.of(incident("x", List.of("lab"), List.of(alert(other))));
		assertThat(score(IncidentSummary.of(incident("x", List.of("vip"), List.of(alert(other))))))
			.isEqualTo(score(plain) + 12);
		assertThat(score(IncidentSummary.of(incident("x", List.of(), List.of(alert(vip))))))
			.isEqualTo(score(plain) + 17);
		Viewpoint none = new Viewpoint("ada@contoso.com", NOW, new AttentionSettings(Map.of(), Set.of()));
		assertThat(Attention.of(IncidentSummary.of(incident("x", List.of("vip"), List.of(alert(other)))), none).score())
			.isEqualTo(score(plain));
	}

	@Test
	void severalAssetsWeighAndManyMore() {
		assertThat(score(withDevices(3))).isEqualTo(score(withDevices(2)) + 3);
		assertThat(score(withDevices(10))).isEqualTo(score(withDevices(9)) + 3);
	}

	@Test
	void activityWeighsByHowLongAgoItWas() {
		List<Integer> scores = Stream.of("PT59M", "PT2H", "PT7H", "PT25H")
			.map((age) -> score(summary(1, "Medium", "InProgress", null, null, NOW.minus(Duration.parse(age)))))
			.toList();
		assertThat(scores).containsExactly(45, 41, 37, 33);
	}

	@Test
	void aNewHandsOnKeyboardAttackIsAmongTheFirstThreeOfAFullQueue() {
		List<IncidentSummary> queue = new ArrayList<>();
		String[] severities = { "High", "High", "Medium", "Low", "Informational" };
		for (int i = 0; i < 499; i++) {
			queue.add(summary(i + 1, severities[i % 5], (i % 3 == 0) ? "InProgress" : "Active",
					(i % 2 == 0) ? "bo@contoso.com" : null, null, NOW.minus(Duration.ofHours(1 + i))));
		}
		queue.add(IncidentSummary
			.of(new Incident(1000, null, "Hands-on-keyboard attack", NOW.minusSeconds(360), NOW.minusSeconds(360), null,
					"Active", "High", null, null, null, List.of(), List.of(), List.of(), null)));
		assertThat(ranked(queue)).element(0).isEqualTo(1000L);
	}

	@Test
	void whatRotsIsNeverAboveWhatIsHappening() {
		Instant longAgo = NOW.minus(Duration.ofDays(25));
		IncidentSummary rotting = IncidentSummary
			.of(new Incident(1, null, "Ransomware, hands-on-keyboard", longAgo, longAgo, "bo@contoso.com", "Active",
					"High", null, null, null, List.of("VIP"), List.of(), List.of(), null));
		IncidentSummary nobodysHigh = summary(2, "High", "Active", null, null, NOW.minusSeconds(360));
		IncidentSummary small = summary(3, "Informational", "InProgress", "bo@contoso.com", null, NOW.minusSeconds(9));
		assertThat(ranked(List.of(rotting, small, nobodysHigh))).containsExactly(2L, 3L, 1L);
		assertThat(score(rotting)).isGreaterThan(score(small));
	}

	@Test
	void aNewMediumThatNobodyHasOutranksALowOfTwentyDays() {
		assertThat(ranked(List.of(summary(1, "Low", "Active", null, null, NOW.minus(Duration.ofDays(20))),
				summary(2, "Medium", "Active", null, null, NOW.minusSeconds(60)))))
			.containsExactly(2L, 1L);
	}

	@Test
	void ofEqualScoresTheNewestComesFirstAndUnknownTimesLast() {
		assertThat(ranked(List.of(summary(7, "High", "Active", null, null, NOW.minusSeconds(600)),
				summary(2, "High", "Active", null, null, NOW.minusSeconds(60)),
				summary(3, "Low", "Resolved", null, "TruePositive", null),
				summary(4, "Low", "Resolved", null, "TruePositive", NOW.minusSeconds(3)),
				summary(5, "Low", "Resolved", null, null, NOW.minusSeconds(9)))))
			.containsExactly(2L, 7L, 5L, 4L, 3L);
	}

	@Test
	void noScoreIsAboveAHundredAndTheTableHasEveryWeightOnce() {
		IncidentSummary worst = IncidentSummary
			.of(incident("Hands-on-keyboard ransomware (attack disruption)", List.of("VIP"), List.of(
					alert("x", "Octo Tempest", "PendingApproval", "Impact"),
					alert(device("a", List.of(), "High"), device("b", List.of(), ""), device("c", List.of(), "")))));
		assertThat(score(worst)).isEqualTo(100);
		assertThat(AttentionWeight.values()).allSatisfy((weight) -> assertThat(weight.points()).isPositive())
			.extracting((weight) -> weight.group() + weight.label())
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, Open for 2 d", "49, 0, Open for 2 d", "50, 7, 'Priority 50 by Defender, open for 2 d'",
			"79, 7, 'Priority 79 by Defender, open for 2 d'", "80, 14, 'Priority 80 by Defender, open for 2 d'",
			"100, 14, 'Priority 100 by Defender, open for 2 d'", "101, 0, Open for 2 d", "-1, 0, Open for 2 d",
			", 0, Open for 2 d" })
	void defendersOwnPriorityWeighsWhereItIsGiven(@Nullable Integer priority, int score, String reason) {
		Attention attention = Attention.of(prioritized(priority), VIEWPOINT);
		assertThat(attention.score()).isEqualTo(score);
		assertThat(attention.reason()).isEqualTo(reason);
	}

	@Test
	void aTopPriorityByDefenderIsToldBesideTheHeaviestReasons() {
		Instant created = NOW.minus(Duration.ofHours(5));
		for (int priority : new int[] { 79, 80 }) {
			IncidentSummary summary = IncidentSummary
				.of(new Incident(1, null, null, created, created, null, "Active", "High", null, null, null, List.of(),
						List.of(), List.of(), null, new Incident.Supplement(priority, List.of(), null, null, null)));
			assertThat(Attention.of(summary, VIEWPOINT).reason())
				.isEqualTo("High, unassigned for 5 h" + ((priority < 80) ? "" : ", priority 80 by Defender"));
		}
	}

	@Test
	void anIncidentWithoutAPriorityIsLastInEitherDirection() {
		List<IncidentSummary> incidents = List.of(prioritized(null), prioritized(40), prioritized(0));
		for (boolean descending : new boolean[] { true, false }) {
			IncidentOrder order = new IncidentOrder(IncidentOrder.Column.PRIORITY, descending);
			assertThat(order.sort(incidents, VIEWPOINT).map((incident) -> (int) incident.priorityScore()))
				.containsExactly(descending ? 40 : 0, descending ? 0 : 40, -1);
			assertThat(incidents.stream().sorted(order.comparator(VIEWPOINT)).toList())
				.isEqualTo(order.sort(incidents, VIEWPOINT).toList());
		}
	}

	private static IncidentSummary prioritized(@Nullable Integer priority) {
		Incident plain = incident("x", List.of(), List.of());
		return IncidentSummary.of(new Incident(1, null, plain.name(), plain.created(), plain.lastUpdate(),
				plain.assignedTo(), plain.status(), plain.severity(), null, null, null, List.of(), List.of(), List.of(),
				null, new Incident.Supplement(priority, List.of(), null, null, null)));
	}

	@Test
	void anActionThatWaitsIsKnownByItsEvidenceToo() {
		Evidence file = new Evidence("File", null, null, "pendingApproval", null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, null, null, null);
		Alert alert = new Alert(null, null, null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, null, List.of(), List.of(), List.of(file));
		assertThat(IncidentSummary.of(incident("x", List.of(), List.of(alert))).signals())
			.containsExactly(Signal.PENDING_APPROVAL);
	}

	@ParameterizedTest
	@CsvSource({ "ada@outlook.com, live.com#ada@outlook.com", "live.com#ada@outlook.com, Ada@Outlook.com",
			"ada_b@contoso.com, ada_b_contoso.com#EXT#@tenant.onmicrosoft.com",
			"ada_b_contoso.com#EXT#@tenant.onmicrosoft.com, ADA_B@contoso.com" })
	void aGuestIsTheSamePersonUnderEitherName(String owner, String analyst) {
		Viewpoint guest = new Viewpoint(Set.of("other@contoso.com", analyst), NOW, AttentionSettings.DEFAULT);
		IncidentSummary summary = summary(1, "High", "InProgress", owner, null, NOW.minus(Duration.ofDays(2)));
		assertThat(Attention.of(summary, guest).reason()).contains("yours");
		IncidentQuery mine = IncidentQuery.DEFAULT.with(Facet.ASSIGNED_TO, Set.of(Facet.ME));
		assertThat(IncidentIndex.EMPTY.with(List.of(summary)).select(mine, guest).total()).isEqualTo(1);
		assertThat(guest.isAnalyst("ada@fabrikam.com")).isFalse();
	}

	@Test
	void nobodyIsMineWhoseNameIsUnknown() {
		Viewpoint nameless = new Viewpoint(Set.of(), NOW, AttentionSettings.DEFAULT);
		IncidentSummary summary = summary(1, "High", "InProgress", "ada@contoso.com", null, NOW);
		assertThat(Attention.of(summary, nameless).reason()).doesNotContain("yours");
		IncidentQuery mine = IncidentQuery.DEFAULT.with(Facet.ASSIGNED_TO, Set.of(Facet.ME));
		assertThat(IncidentIndex.EMPTY.with(List.of(summary)).select(mine, nameless).total()).isZero();
	}

	private static int score(IncidentSummary summary) {
		return Attention.of(summary, VIEWPOINT).score();
	}

	private static List<Long> ranked(List<IncidentSummary> incidents) {
		IncidentQuery query = IncidentQuery.DEFAULT.with(new IncidentOrder(IncidentOrder.Column.ATTENTION, false));
		return IncidentIndex.EMPTY.with(incidents).all(query, VIEWPOINT).map(IncidentSummary::id).toList();
	}

	/**
	 * An informational incident of two days ago that somebody works on.
	 */
	private static Incident incident(String name, List<String> tags, List<Alert> alerts) {
		Instant created = NOW.minus(Duration.ofDays(2));
		return new Incident(1, null, name, created, created, "bo@contoso.com", "InProgress", "Informational", null,
				null, null, tags, List.of(), alerts, null);
	}

	private static Alert alert(@Nullable String title, @Nullable String actor, @Nullable String investigation,
			@Nullable String category) {
		return alert(title, actor, investigation, category, List.of());
	}

	private static Alert alert(Device... devices) {
		return alert(null, null, null, null, List.of(devices));
	}

	private static Alert alert(@Nullable String title, @Nullable String actor, @Nullable String investigation,
			@Nullable String category, List<Device> devices) {
		return new Alert(null, null, null, null, null, null, null, null, title, null, category, null, null, null,
				investigation, null, null, null, null, null, actor, null, List.of(), devices, List.of());
	}

	private static IncidentSummary withDevices(int number) {
		return IncidentSummary.of(incident("x", List.of(),
				List.of(alert(IntStream.range(0, number)
					.mapToObj((i) -> device("d" + i, List.of(), "None"))
					.toArray(Device[]::new)))));
	}

	private static Device device(String name, List<String> tags, String risk) {
		return new Device(name, null, name, null, null, null, null, null, risk, null, null, null, tags, null, null,
				null, List.of());
	}

	private static IncidentSummary summary(long id, @Nullable String severity, @Nullable String status,
			@Nullable String owner, @Nullable String classification, @Nullable Instant created) {
		return IncidentSummary.of(new Incident(id, null, null, created, created, owner, status, severity,
				classification, null, null, List.of(), List.of(), List.of(), null));
	}

}
