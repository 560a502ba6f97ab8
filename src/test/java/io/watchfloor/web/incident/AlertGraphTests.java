package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.defender.Incident;
import io.watchfloor.support.Seeds;
import io.watchfloor.web.entity.EntityKind;
import io.watchfloor.web.entity.EntityView;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.incident.GraphView.AlertNode;
import io.watchfloor.web.incident.GraphView.EntityNode;
import io.watchfloor.web.support.SampleIncidents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class AlertGraphTests {

	private static final Instant NOW = Instant.parse("2026-11-23T14:03:10Z");

	@Test
	void aSmallIncidentHasANodeForEachAlertAndEachEntity() {
		GraphView graph = graph("""
				{"category": "Execution", "entities": [{"entityType": "Ip", "ipAddress": "10.0.0.1"},
				{"entityType": "Ip", "ipAddress": "10.0.0.2"}]},
				{"category": "Impact", "devices": [{"deviceDnsName": "ws-1"}],
				"entities": [{"entityType": "Ip", "ipAddress": "10.0.0.1"}]}""");
		assertThat(graph.alerts()).containsExactly(new AlertNode("Execution", List.of(1)),
				new AlertNode("Impact", List.of(2)));
		assertThat(graph.entities()).extracting(EntityNode::kind, AlertGraphTests::titles, EntityNode::alerts)
			.containsExactly(tuple(EntityKind.DEVICE, List.of("ws-1"), List.of(2)),
					tuple(EntityKind.IP, List.of("10[.]0[.]0[.]1"), List.of(1, 2)),
					tuple(EntityKind.IP, List.of("10[.]0[.]0[.]2"), List.of(1)));
		assertThat(graph.gathered()).isFalse();
	}

	@Test
	void thereIsNoGraphOfNothing() {
		assertThat(SampleIncidents.of("{\"incidentId\": 1}")).extracting(AlertGraphTests::graph).isNull();
		assertThat(SampleIncidents.of("{\"incidentId\": 1, \"alerts\": [{\"title\": \"alone\"}]}"))
			.extracting(AlertGraphTests::graph)
			.isNull();
	}

	@Test
	void whatTheSameAlertNamesIsGatheredByKindAndWhatJoinsAlertsIsNot() {
		GraphView graph = graph("{\"entities\": [" + addresses(0, 30) + "," + addresses(90, 91) + "]}, {\"entities\": ["
				+ addresses(30, 60) + "," + addresses(90, 91) + ", {\"entityType\": \"Url\", \"url\": \"x\"}]}");
		assertThat(graph.entities()).extracting(EntityNode::name, EntityNode::alerts)
			.containsExactlyInAnyOrder(tuple("1 IP address", List.of(1, 2)), tuple("30 IP addresses", List.of(1)),
					tuple("30 IP addresses", List.of(2)), tuple("1 URL", List.of(2)));
		assertThat(graph.gathered()).isTrue();
	}

	@Test
	void devicesThatManyAlertsNameStayWhateverEvidenceThereIs() {
		String alerts = IntStream.range(0, 60)
			.mapToObj((alert) -> "{\"devices\": [{\"deviceDnsName\": \"everywhere\"}], \"entities\": ["
					+ addresses(alert * 5, alert * 5 + 40) + "]}")
			.collect(Collectors.joining(","));
		assertThat(graph(alerts).entities()).filteredOn((node) -> titles(node).equals(List.of("everywhere")))
			.hasSize(1);
	}

	@Test
	void manyAlertsAreGatheredInTheOrderOfAnAttack() {
		String alerts = IntStream.range(0, 21)
			.mapToObj((alert) -> "{\"category\": \"%s\", \"entities\": [%s]}"
				.formatted(List.of("Impact", "Malware", "InitialAccess").get(alert % 3), addresses(alert, alert + 1)))
			.collect(Collectors.joining(","));
		assertThat(graph(alerts).stages()).extracting(AlertNode::name)
			.containsExactly("Initial access", "Impact", "Malware");
	}

	@Test
	void categoriesWithoutNumberShareANode() {
		String alerts = IntStream.range(0, 200)
			.mapToObj((alert) -> "{\"category\": \"%s\", \"entities\": [%s]}"
				.formatted((alert % 2 == 0) ? "Execution" : "Invented" + alert, addresses(alert, alert + 1)))
			.collect(Collectors.joining(","));
		assertThat(graph(alerts).alerts()).extracting(AlertNode::name).containsExactly("Execution", "Other categories");
	}

	@Test
	void aLargeIncidentStaysSmallEnoughToBeLookedAt() {
		GraphView graph = Objects.requireNonNull(graph(SampleIncidents.large(150, 30)));
		assertThat(graph.alerts()).hasSizeLessThanOrEqualTo(AlertGraph.MOST_ALERTS);
		assertThat(graph.entities()).hasSizeLessThanOrEqualTo(AlertGraph.MOST_ENTITIES);
	}

	@Test
	void whateverAnIncidentHoldsIsInTheGraphOnceAndJoinedAsTheAlertsSay() {
		Seeds.tryOut(150, (seed) -> {
			IncidentPage page = IncidentPage.of(random(new Random(seed)), "tenant", NOW, SourceDetails.ALL);
			List<EntityView> entities = Stream.concat(page.assets().stream(), page.evidence().stream())
				.flatMap((group) -> group.entities().stream())
				.toList();
			GraphView graph = page.graph();
			if (graph == null) {
				assertThat(entities).isEmpty();
				return;
			}
			assertThat(graph.alerts()).hasSizeLessThanOrEqualTo(AlertGraph.MOST_ALERTS);
			assertThat(graph.entities()).hasSizeLessThanOrEqualTo(AlertGraph.MOST_ENTITIES);
			assertThat(graph.alerts().stream().flatMap((node) -> node.numbers().stream()))
				.containsExactlyInAnyOrderElementsOf(page.alerts().stream().map(AlertView::number).toList());
			assertThat(graph.entities().stream().flatMap((node) -> node.members().stream()))
				.containsExactlyInAnyOrderElementsOf(entities);
			assertThat(graph.entities()).extracting(EntityNode::kind).isSorted();
			assertThat(graph.entities())
				.allSatisfy((node) -> assertThat(node.alerts()).isEqualTo(naming(page.alerts(), node)));
		});
	}

	/**
	 * The alerts that name a node, found the other way: from what each alert lists.
	 */
	private static List<Integer> naming(List<AlertView> alerts, EntityNode node) {
		List<String> anchors = node.members().stream().map(EntityView::anchor).toList();
		return alerts.stream()
			.filter((alert) -> alert.mentions()
				.stream()
				.flatMap((mention) -> mention.links().stream())
				.anyMatch((link) -> anchors.contains(link.anchor())))
			.map(AlertView::number)
			.toList();
	}

	private static Incident random(Random random) {
		int alerts = random.nextInt((random.nextBoolean()) ? 6 : 60);
		int variety = 1 + random.nextInt(80);
		String all = IntStream.range(0, alerts)
			.mapToObj((alert) -> "{\"category\": \"%s\", \"entities\": [%s]}".formatted("Category" + random.nextInt(40),
					randomEntities(random, variety)))
			.collect(Collectors.joining(","));
		return SampleIncidents.of("{\"incidentId\": 1, \"alerts\": [" + all + "]}");
	}

	private static String randomEntities(Random random, int variety) {
		List<String> entities = new ArrayList<>();
		List<String> kinds = List.of("Ip\", \"ipAddress", "User\", \"userPrincipalName", "MailBox\", \"mailboxAddress",
				"Url\", \"url", "File\", \"fileName", "Registry\", \"registryKey", "Unheard-of\", \"url",
				"CloudApplication\", \"applicationName", "SecurityGroup\", \"securityGroupName",
				"MailMessage\", \"internetMessageId", "MailCluster\", \"clusterByValue",
				"Process\", \"processId\": 1, \"processCommandLine");
		for (int i = random.nextInt(12); i > 0; i--) {
			entities.add("{\"entityType\": \"%s\": \"%d\"}".formatted(kinds.get(random.nextInt(kinds.size())),
					random.nextInt(variety)));
		}
		return String.join(",", entities);
	}

	private static String addresses(int from, int to) {
		return IntStream.range(from, to)
			.mapToObj("{\"entityType\": \"Ip\", \"ipAddress\": \"address %d\"}"::formatted)
			.collect(Collectors.joining(","));
	}

	private static List<String> titles(EntityNode node) {
		return node.members().stream().map((member) -> member.title().text()).toList();
	}

	private static GraphView graph(String alerts) {
		return Objects.requireNonNull(graph(SampleIncidents.of("{\"incidentId\": 1, \"alerts\": [" + alerts + "]}")));
	}

	private static @Nullable GraphView graph(Incident incident) {
		return IncidentPage.of(incident, "tenant", NOW, SourceDetails.ALL).graph();
	}

}
