package io.watchfloor.web.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import io.watchfloor.web.entity.EntityGroup;
import io.watchfloor.web.entity.EntityKind;
import io.watchfloor.web.entity.EntityView;
import io.watchfloor.web.format.Tactic;
import io.watchfloor.web.incident.GraphView.AlertNode;
import io.watchfloor.web.incident.GraphView.EntityNode;
import org.jspecify.annotations.Nullable;

/**
 * Groups the alerts and entities of an incident into the nodes of a graph that stays
 * small enough to look at, however large the incident is. Alerts are grouped by tactic.
 * Entities of a kind are grouped if the same alerts name them or, if that leaves too many
 * nodes, all together, except those that most alerts name: they connect the attack.
 */
final class AlertGraph {

	/**
	 * The most alert nodes; more than there are tactics.
	 */
	static final int MOST_ALERTS = 20;

	/**
	 * The most entity nodes; more than the kinds and the nodes that stay alone together.
	 */
	static final int MOST_ENTITIES = 50;

	/**
	 * The most alerts that are drawn of a large incident: the worst.
	 */
	private static final int MOST_DRAWN = 200;

	/**
	 * How many assets, and how many pieces of evidence, keep nodes of their own because
	 * most alerts name them.
	 */
	private static final int MOST_KEPT = 10;

	private final Map<Integer, Integer> places = new HashMap<>();

	private AlertGraph(List<AlertNode> stages) {
		for (int i = 0; i < stages.size(); i++) {
			for (Integer number : stages.get(i).numbers()) {
				this.places.put(number, i);
			}
		}
	}

	/**
	 * Create the graph of an incident.
	 * @param alerts its alerts, in the order of their numbers
	 * @param entities the entities that they name, by kind
	 * @return the graph, or {@code null} when there is nothing to join
	 */
	static @Nullable GraphView of(List<AlertView> alerts, List<EntityGroup> entities) {
		if (alerts.isEmpty() || entities.isEmpty()) {
			return null;
		}
		List<AlertNode> stages = AlertNode.byStage(alerts.stream().map(AlertView::category).toList());
		List<EntityNode> each = each(entities);
		if (each.size() <= MOST_ENTITIES) {
			return new GraphView(stages, each);
		}
		List<EntityNode> alike = gathered(each, new AlertGraph(stages)::joinedTo);
		return new GraphView(stages, (alike.size() <= MOST_ENTITIES) ? alike : mostNamedAndKinds(each));
	}

	/**
	 * Create the part of a large incident's graph that one page shows: the stages of all
	 * alerts, and some of the entities.
	 * @param contents the incident's alerts and entities
	 * @param entities the entities that the page shows
	 */
	static GraphView ofPart(IncidentContents contents, List<EntityView> entities) {
		Set<Integer> drawn = Set.copyOf(contents.worst(MOST_DRAWN));
		List<AlertNode> stages = AlertNode
			.byStage(contents.alerts().stream().map((alert) -> Tactic.label(alert.category())).toList());
		return new GraphView(stages.stream().flatMap((stage) -> drawn(stage, drawn)).toList(),
				entities.stream().map((entity) -> new EntityNode(entity.kind(), List.of(entity))).toList());
	}

	private static Stream<AlertNode> drawn(AlertNode stage, Set<Integer> drawn) {
		List<Integer> numbers = stage.numbers().stream().filter(drawn::contains).toList();
		return (numbers.isEmpty()) ? Stream.empty() : Stream.of(new AlertNode(stage.name(), numbers));
	}

	private static List<EntityNode> each(List<EntityGroup> entities) {
		return entities.stream()
			.flatMap((group) -> group.entities().stream().map((one) -> new EntityNode(group.kind(), List.of(one))))
			.toList();
	}

	private static List<EntityNode> mostNamedAndKinds(List<EntityNode> each) {
		Set<EntityNode> most = new HashSet<>(mostNamed(each, true));
		most.addAll(mostNamed(each, false));
		List<EntityNode> others = each.stream().filter((node) -> !most.contains(node)).toList();
		return Stream.concat(each.stream().filter(most::contains), gathered(others, (node) -> Set.of()).stream())
			.sorted(Comparator.comparing(EntityNode::kind))
			.toList();
	}

	private static List<EntityNode> mostNamed(List<EntityNode> nodes, boolean assets) {
		return nodes.stream()
			.filter((node) -> node.kind().isAsset() == assets && node.alerts().size() > 1)
			.sorted(Comparator.comparing((node) -> -node.alerts().size()))
			.limit(MOST_KEPT)
			.toList();
	}

	/**
	 * Group the entities of a kind that have something else in common.
	 */
	private static List<EntityNode> gathered(List<EntityNode> nodes, Function<EntityNode, Set<Integer>> common) {
		record Key(EntityKind kind, Set<Integer> common) {
		}
		Map<Key, List<EntityView>> alike = new LinkedHashMap<>();
		nodes.forEach(
				(node) -> alike.computeIfAbsent(new Key(node.kind(), common.apply(node)), (absent) -> new ArrayList<>())
					.addAll(node.members()));
		return alike.entrySet()
			.stream()
			.map((entry) -> new EntityNode(entry.getKey().kind(), entry.getValue()))
			.toList();
	}

	/**
	 * Return the positions of the alert nodes to which an entity node has an edge.
	 */
	private Set<Integer> joinedTo(EntityNode node) {
		Set<Integer> joinedTo = new TreeSet<>();
		node.alerts().forEach((number) -> joinedTo.add(this.places.getOrDefault(number, -1)));
		return joinedTo;
	}

}
