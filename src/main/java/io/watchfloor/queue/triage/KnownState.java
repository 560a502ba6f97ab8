package io.watchfloor.queue.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Brings the state that a form was made from up to date with what the same analyst wrote
 * since: who assigns an incident and then classifies it from a page that stood open all
 * the while is not told that somebody else changed the owner.
 *
 * @param seen the state that the form was made from
 * @param written the incident as the analyst's last write left it; {@code null} when
 * there is none
 */
record KnownState(@Nullable SeenState seen,
		@Nullable Incident written) implements Function<Incident, @Nullable SeenState> {

	@Override
	public @Nullable SeenState apply(Incident incident) {
		if (this.seen == null) {
			return null;
		}
		SeenState now = SeenState.of(incident);
		SeenState state = this.seen.withoutSystemTags(incident.supplement().systemTags(), now.tags());
		return (this.written != null) ? state.with(now, own(state, now, SeenState.of(this.written))) : state;
	}

	/**
	 * Return the fields that differ from what was seen and still are as they were
	 * written.
	 */
	private static List<String> own(SeenState state, SeenState now, SeenState left) {
		List<String> fields = new ArrayList<>(state.differences(now));
		fields.removeAll(left.differences(now));
		return fields;
	}

}
