package io.watchfloor.queue.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentSummary;

/**
 * The latest changes that one queue has seen, oldest first. They are part of the queue:
 * no other analyst's queue has them, and they end with it. Incidents that the queue no
 * longer holds may be among them. Immutable.
 *
 * @param all the changes, at most {@value #MOST}
 */
public record SeenChanges(List<SeenChange> all) {

	/**
	 * The most changes that are kept: those of a busy shift, in about 100 kilobytes.
	 */
	public static final int MOST = 1000;

	/**
	 * No changes.
	 */
	public static final SeenChanges NONE = new SeenChanges(List.of());

	/**
	 * Create changes.
	 */
	public SeenChanges {
		all = List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
	}

	/**
	 * Return these changes and those that some incidents have gone through.
	 * @param incidents the incidents as they are now
	 * @param held returns an incident as the queue held it before, by its number
	 * @return the changes; these where none of the incidents changed in a way that is
	 * kept
	 */
	public SeenChanges with(Collection<IncidentSummary> incidents, LongFunction<Optional<IncidentSummary>> held) {
		List<SeenChange> news = incidents.stream()
			.flatMap((after) -> held.apply(after.id())
				.map((before) -> SeenChange.between(before, after))
				.orElse(List.of())
				.stream())
			.toList();
		if (news.isEmpty()) {
			return this;
		}
		List<SeenChange> changes = new ArrayList<>(this.all);
		changes.addAll(news);
		return new SeenChanges(changes);
	}

	/**
	 * Return the changes of some kind.
	 * @param kind the kind
	 * @return the changes, oldest first
	 */
	public Stream<SeenChange> of(SeenChange.Kind kind) {
		return this.all.stream().filter((change) -> change.kind() == kind);
	}

}
