package io.watchfloor.web.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import io.watchfloor.defender.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * A device or a piece of evidence while its mentions are collected from the alerts.
 */
final class Entity {

	private final EntityKind kind;

	private final String anchor;

	private final @Nullable Evidence evidence;

	private final Facts facts = new Facts();

	private final SortedSet<Integer> alerts = new TreeSet<>();

	private @Nullable FactValue title;

	private @Nullable EntitySearch search;

	/**
	 * Create an entity without facts.
	 * @param kind what it is
	 * @param number its number on the page, from 1
	 * @param evidence its first mention, or {@code null} for a device
	 */
	Entity(EntityKind kind, int number, @Nullable Evidence evidence) {
		this.kind = kind;
		this.anchor = "entity-" + number;
		this.evidence = evidence;
	}

	/**
	 * Add a mention. The first title and the first search that are not {@code null} are
	 * kept.
	 */
	void mention(int alert, @Nullable FactValue title, @Nullable EntitySearch search, Facts facts) {
		this.alerts.add(alert);
		this.facts.addAll(facts);
		this.title = (this.title != null) ? this.title : title;
		this.search = (this.search != null) ? this.search : search;
	}

	EntityKind kind() {
		return this.kind;
	}

	String anchor() {
		return this.anchor;
	}

	FactValue title() {
		return (this.title != null) ? this.title : FactValue.words(this.kind.label() + " without a name");
	}

	Evidence evidence() {
		return Objects.requireNonNull(this.evidence);
	}

	EntityView toView(int depth) {
		return new EntityView(this.anchor, title(), factsBesidesTitle(), this.search, List.copyOf(this.alerts), depth);
	}

	/**
	 * Return the facts without the one that repeats the title.
	 */
	private List<Fact> factsBesidesTitle() {
		List<Fact> besides = new ArrayList<>(this.facts.toList());
		for (Fact fact : besides) {
			if (fact.values().equals(List.of(title()))) {
				besides.remove(fact);
				break;
			}
		}
		return besides;
	}

}
