package io.watchfloor.web.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import io.watchfloor.web.entity.EntityKind;
import io.watchfloor.web.entity.EntityView;
import io.watchfloor.web.format.Tactic;
import org.jspecify.annotations.Nullable;

/**
 * The graph of an incident: each alert has edges to every device and every piece of
 * evidence that it names. If there are many, a node stands for several.
 *
 * @param alerts the nodes that stand for alerts, in the order of the attack; each alert
 * belongs to one
 * @param entities the nodes that stand for devices and evidence, by kind; each entity
 * belongs to one
 */
record GraphView(List<AlertNode> alerts, List<EntityNode> entities) {

	/**
	 * Return the kinds that occur, in the order in which a page shows them.
	 */
	public List<Kind> kinds() {
		return this.entities.stream().map(EntityNode::kind).distinct().map(Kind::of).toList();
	}

	/**
	 * Return whether any node stands for several alerts or entities.
	 */
	public boolean gathered() {
		return !this.stages().isEmpty() || this.entities.stream().anyMatch(EntityNode::gathered);
	}

	/**
	 * Return the nodes that stand for several alerts.
	 */
	public List<AlertNode> stages() {
		return this.alerts.stream().filter((node) -> node.numbers().size() > 1).toList();
	}

	/**
	 * One alert, or those of one stage of the attack.
	 *
	 * @param name the tactic, or another category
	 * @param numbers the alerts' numbers, ascending; not empty
	 */
	record AlertNode(String name, List<Integer> numbers) {

		private static final String NO_CATEGORY = "No category";

		private static final String OTHERS = "Other categories";

		/**
		 * Create a node for each alert or, if there are many, for each stage of the
		 * attack.
		 * @param categories the category of each alert, the first of which has the number
		 * 1
		 */
		static List<AlertNode> byStage(List<@Nullable String> categories) {
			List<String> names = categories.stream().map((name) -> (name != null) ? name : NO_CATEGORY).toList();
			List<Integer> numbers = IntStream.rangeClosed(1, names.size()).boxed().toList();
			if (names.size() <= AlertGraph.MOST_ALERTS) {
				return numbers.stream().map((number) -> new AlertNode(names.get(number - 1), List.of(number))).toList();
			}
			boolean few = names.stream().distinct().count() <= AlertGraph.MOST_ALERTS;
			Map<String, List<Integer>> stages = new LinkedHashMap<>();
			numbers.forEach(
					(number) -> stages.computeIfAbsent(stage(names.get(number - 1), few), (absent) -> new ArrayList<>())
						.add(number));
			return stages.entrySet()
				.stream()
				.map((stage) -> new AlertNode(stage.getKey(), stage.getValue()))
				.sorted(Comparator
					.comparing((node) -> Tactic.of(node.name()).map(Enum::ordinal).orElse(Integer.MAX_VALUE)))
				.toList();
		}

		private static String stage(String category, boolean few) {
			return (few || Tactic.of(category).isPresent()) ? category : OTHERS;
		}

	}

	/**
	 * One device or piece of evidence, or several of a kind.
	 *
	 * @param kind what it is
	 * @param members the entities; not empty
	 */
	record EntityNode(EntityKind kind, List<EntityView> members) {

		/**
		 * Return whether the node stands for several entities.
		 */
		public boolean gathered() {
			return this.members.size() > 1;
		}

		/**
		 * Return the name of a node that stands for several entities, such as
		 * {@code 3 Devices}.
		 */
		public String name() {
			return this.kind.count(this.members.size());
		}

		/**
		 * Return the kind as the page names it.
		 */
		public Kind kindView() {
			return Kind.of(this.kind);
		}

		/**
		 * Return the kind in the singular, as the source calls it if it is not known here
		 * and the node stands for one entity.
		 */
		public String kindName() {
			return gathered() ? this.kind.label() : this.members.get(0).kindName();
		}

		/**
		 * Return the numbers of the alerts that name any of the members, ascending.
		 */
		public List<Integer> alerts() {
			return this.members.stream().flatMap((member) -> member.alerts().stream()).distinct().sorted().toList();
		}

	}

	/**
	 * A kind as the page names it.
	 *
	 * @param token its name for scripts and styles
	 * @param label its name for people
	 * @param icon its picture in {@code icons/shapes.svg} and {@code icons/graph}
	 * @param asset whether it is something that is attacked
	 */
	record Kind(String token, String label, String icon, boolean asset) {

		static Kind of(EntityKind kind) {
			return new Kind(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), kind.label(), kind.icon(),
					kind.isAsset());
		}

	}

}
