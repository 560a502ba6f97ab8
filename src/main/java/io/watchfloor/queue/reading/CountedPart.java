package io.watchfloor.queue.reading;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongToIntFunction;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentSource.HeldPart;
import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * A part of a queue, by creation, that one call can confirm without listing it. Two
 * differences that cancel each other out stay unnoticed: one incident that the API no
 * longer lists, and one that the queue lacks.
 *
 * @param scope the incidents that it is a part of
 * @param createdUntil where the part begins, by creation
 * @param count the number of incidents that the queue holds in it
 * @param unreadable the number of incidents between those that cannot be read
 * @param oldest the id of the oldest of them
 * @param oldestCreated when that one was created, to the millisecond
 * @param isLast whether the queue holds nothing older in the part that was read
 * @param end whether the API has nothing older in the range either
 */
record CountedPart(ReadScope scope, Instant createdUntil, int count, int unreadable, long oldest, Instant oldestCreated,
		boolean isLast, boolean end) {

	private static final Comparator<IncidentSummary> NEWEST_CREATED_FIRST = Comparator
		.comparingLong(IncidentSummary::createdMillis)
		.reversed();

	/**
	 * Find the next part to count.
	 * @param held the queue
	 * @param scope the incidents to count
	 * @param createdSince how far back they were read, by creation
	 * @param createdUntil where the part begins, by creation; {@code null} for the newest
	 * incident of the queue
	 * @param most the most incidents in the part
	 * @param page the most incidents in a page of the API
	 * @param unreadableAfter tells how many incidents that cannot be read the API lists
	 * directly after an incident
	 * @return the part; {@code null} if it is no more than a page, which is better listed
	 */
	static @Nullable CountedPart find(QueueSnapshot held, ReadScope scope, Instant createdSince,
			@Nullable Instant createdUntil, int most, int page, LongToIntFunction unreadableAfter) {
		long from = createdSince.equals(Instant.MIN) ? Long.MIN_VALUE : createdSince.toEpochMilli();
		long until = (createdUntil != null) ? createdUntil.toEpochMilli() : Long.MAX_VALUE;
		List<IncidentSummary> left = held.incidents()
			.filter((summary) -> summary.createdMillis() >= from && summary.createdMillis() <= until)
			.filter(scope::contains)
			.sorted(NEWEST_CREATED_FIRST)
			.toList();
		int count = Math.min(most, left.size());
		while (count > 0 && !isAlone(left, count - 1)) {
			count--;
		}
		if (count <= page) {
			return null;
		}
		Instant begin = (createdUntil != null) ? createdUntil
				: Instant.ofEpochMilli(left.get(0).createdMillis()).plusMillis(1);
		int unreadable = left.subList(0, count - 1)
			.stream()
			.mapToInt((summary) -> unreadableAfter.applyAsInt(summary.id()))
			.sum();
		boolean isLast = count == left.size();
		IncidentSummary oldest = left.get(count - 1);
		return new CountedPart(scope, begin, count, unreadable, oldest.id(),
				Instant.ofEpochMilli(oldest.createdMillis()), isLast, isLast && createdSince.equals(Instant.MIN));
	}

	/**
	 * Return whether no other incident was created in the same millisecond, since the API
	 * may list those in any order.
	 */
	private static boolean isAlone(List<IncidentSummary> incidents, int index) {
		long created = incidents.get(index).createdMillis();
		return (index == 0 || incidents.get(index - 1).createdMillis() != created)
				&& (index + 1 == incidents.size() || incidents.get(index + 1).createdMillis() != created);
	}

	/**
	 * Count the part; see {@link IncidentSource#confirm}.
	 * @param reader receives each incident that the call reads
	 * @return when the part's oldest incident was created; {@code null} if the API has
	 * more incidents in the part, or fewer
	 */
	@Nullable Instant confirm(IncidentSource source, CallPriority priority, Consumer<? super Incident> reader) {
		int skip = this.count - 1 + this.unreadable;
		return source.confirm(new HeldPart(this.scope.page(this.createdUntil, skip, 2, priority), this.oldest,
				this.oldestCreated, this.end), reader);
	}

}
