package io.watchfloor.signin.session;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Remembers ids in this process.
 */
final class RecentIdsInMemory implements RecentIds {

	private final Map<String, Recent> ids = new HashMap<>();

	private final Clock clock;

	RecentIdsInMemory(Clock clock) {
		this.clock = clock;
	}

	@Override
	public synchronized void add(String id, int uses) {
		forgetOld();
		this.ids.put(id, new Recent(this.clock.instant().plus(LIFETIME), uses, null));
	}

	@Override
	public synchronized boolean use(String id) {
		forgetOld();
		Recent recent = this.ids.computeIfPresent(id, (key, value) -> value.usedOnce());
		return recent != null && recent.uses() >= 0;
	}

	@Override
	public synchronized boolean signedIn(@Nullable String succeeded, List<String> begun, int uses, String analyst) {
		forgetOld();
		Recent other = (succeeded != null) ? this.ids.get(succeeded) : null;
		Recent recent = new Recent(this.clock.instant().plus(LIFETIME), uses, analyst);
		begun.forEach((id) -> this.ids.put(id, recent));
		return other == null || !analyst.equals(other.analyst());
	}

	private void forgetOld() {
		Instant now = this.clock.instant();
		this.ids.values().removeIf((recent) -> !now.isBefore(recent.end()));
	}

	/**
	 * An id that is remembered.
	 *
	 * @param end when it is forgotten
	 * @param uses how many more requests may carry it
	 * @param analyst who signed in, where it is a sign-in
	 */
	private record Recent(Instant end, int uses, @Nullable String analyst) {

		Recent usedOnce() {
			return new Recent(this.end, Math.max(this.uses, 0) - 1, this.analyst);
		}

	}

}
