package io.watchfloor.web.entity;

import java.util.List;
import java.util.Locale;

/**
 * The entities of one kind as the page shows them.
 *
 * @param kind what they are
 * @param entities the entities; not empty
 */
public record EntityGroup(EntityKind kind, List<EntityView> entities) {

	private static final int MOST_UNFOLDED = 25;

	/**
	 * Return the kind in the plural.
	 */
	public String name() {
		return this.kind.plural();
	}

	/**
	 * Return the HTML id of the group.
	 */
	public String anchor() {
		return "kind-" + this.kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Return the kind's picture in {@code icons/shapes.svg}.
	 */
	public String icon() {
		return this.kind.icon();
	}

	/**
	 * Return whether the group is short enough to be open from the start.
	 */
	public boolean open() {
		return this.entities.size() <= MOST_UNFOLDED;
	}

}
