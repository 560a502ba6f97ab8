package io.watchfloor.web.entity;

import java.util.List;
import java.util.Locale;

/**
 * The entities of one kind as a page prints them.
 *
 * @param kind what they are
 * @param entities the entities; not empty
 */
public record EntityGroup(EntityKind kind, List<EntityView> entities) {

	private static final int MOST_UNFOLDED = 25;

	public String name() {
		return this.kind.plural();
	}

	public String anchor() {
		return "kind-" + this.kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public String icon() {
		return this.kind.icon();
	}

	/**
	 * Whether it is short enough to stand open from the start.
	 */
	public boolean open() {
		return this.entities.size() <= MOST_UNFOLDED;
	}

}
