package io.watchfloor.queue.related;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.watchfloor.queue.IncidentSummary;

/**
 * The incidents of a queue that hold values which were looked for, and how many hold
 * each.
 */
final class Holders {

	private static final Comparator<SharedValue> RARE_FIRST = Comparator.comparing((SharedValue value) -> !value.rare())
		.thenComparing(SharedValue::holders)
		.thenComparing(SharedValue::kind);

	private final List<Holder> all = new ArrayList<>();

	private final Rarity rarity;

	/**
	 * Look for values in each of some incidents.
	 */
	Holders(Collection<IncidentSummary> incidents, WantedValues wanted) {
		for (IncidentSummary incident : incidents) {
			List<HeldValue> held = wanted.count(incident);
			if (!held.isEmpty()) {
				this.all.add(new Holder(incident, held));
			}
		}
		this.rarity = new Rarity(incidents.size());
	}

	/**
	 * Return the incidents that hold any of the values, in the order of the incidents.
	 */
	List<Holder> all() {
		return this.all;
	}

	/**
	 * Return how an incident is related to those whose values were looked for.
	 * @param spellings the spellings to show values in
	 */
	RelatedIncident related(Holder holder, Spellings spellings) {
		return new RelatedIncident(holder.incident(),
				holder.values()
					.stream()
					.map((value) -> new SharedValue(value.kind(), spellings.of(value), value.holders(), isRare(value)))
					.sorted(RARE_FIRST)
					.toList());
	}

	/**
	 * Return how closely an incident is related, as {@link RelatedIncident#weight()}.
	 */
	double weight(Holder holder) {
		double weight = 0;
		for (HeldValue value : holder.values()) {
			weight += 1.0 / value.holders();
		}
		return weight;
	}

	/**
	 * Return whether an incident holds anything rare.
	 */
	boolean isStrong(Holder holder) {
		return holder.values().stream().anyMatch(this::isRare);
	}

	private boolean isRare(HeldValue value) {
		return this.rarity.isRare(value.kind(), value.holders());
	}

	/**
	 * An incident with those of the values that it holds; not empty.
	 */
	record Holder(IncidentSummary incident, List<HeldValue> values) {
	}

}
