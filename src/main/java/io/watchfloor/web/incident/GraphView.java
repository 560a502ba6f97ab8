package io.watchfloor.web.incident;

import java.util.List;
import java.util.Locale;

import io.watchfloor.web.entity.EntityKind;
import io.watchfloor.web.entity.EntityView;

/**
 * The alerts of an incident and what they name, as a graph: an alert is joined to every
 * device and every piece of evidence that it names. Where there are many, a node stands
 * for several.
 *
 * @param alerts the nodes that stand for alerts, in the order of the attack; each alert
 * belongs to one
 * @param entities the nodes that stand for devices and evidence, by kind; each entity
 * belongs to one
 */
record GraphView(List<AlertNode> alerts, List<EntityNode> entities) {

	/**
	 * The kinds that occur, in the order in which a page shows them.
	 */
	public List<Kind> kinds() {
		return this.entities.stream().map(EntityNode::kind).distinct().map(Kind::of).toList();
	}

	/**
	 * Whether some of the nodes stand for several things.
	 */
	public boolean gathered() {
		return !this.stages().isEmpty() || this.entities.stream().anyMatch(EntityNode::gathered);
	}

	/**
	 * The nodes that stand for several alerts.
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
	}

	/**
	 * One device or piece of evidence, or several of a kind.
	 *
	 * @param kind what it is
	 * @param members the entities; not empty
	 */
	record EntityNode(EntityKind kind, List<EntityView> members) {

		public boolean gathered() {
			return this.members.size() > 1;
		}

		/**
		 * What to call several.
		 */
		public String name() {
			return this.kind.count(this.members.size());
		}

		public Kind kindView() {
			return Kind.of(this.kind);
		}

		/**
		 * The numbers of the alerts that name any of the members, ascending.
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
