package io.watchfloor.defender.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one walk over incidents from page to page.
 */
final class IncidentWalk {

	/**
	 * How long rows are kept that were listed and not passed on. What changes meanwhile
	 * is read with the changes.
	 */
	private static final Duration KEPT = Duration.ofMinutes(5);

	private final AlertWalk alerts;

	private final NextLinks links;

	private final RecentIncidents recent;

	private @Nullable Listed left;

	/**
	 * Create a walk.
	 * @param alerts the alerts beside its incidents
	 * @param links the links of its next pages
	 * @param recent the incidents that its reader was passed last
	 */
	IncidentWalk(AlertWalk alerts, NextLinks links, RecentIncidents recent) {
		this.alerts = alerts;
		this.links = links;
		this.recent = recent;
	}

	AlertWalk alerts() {
		return this.alerts;
	}

	NextLinks links() {
		return this.links;
	}

	RecentIncidents recent() {
		return this.recent;
	}

	/**
	 * Keep the rows that were listed and are still to be passed on.
	 * @param listed the rows, or {@code null} for none
	 */
	void keepLeft(@Nullable Listed listed) {
		this.left = listed;
	}

	/**
	 * Return the rows that are left where a page begins, and forget them.
	 * @param page the page
	 * @param now the present time
	 * @return the rows, or {@code null} if they have to be listed
	 */
	@Nullable Listed takeLeft(PageRequest page, Instant now) {
		Listed listed = hasLeft(page, now) ? this.left : null;
		this.left = null;
		return listed;
	}

	/**
	 * Return whether rows are left where a page begins.
	 */
	boolean hasLeft(PageRequest page, Instant now) {
		return this.left != null && Objects.equals(this.left.createdUntil(), page.createdUntil())
				&& this.left.skip() == page.skip() && now.isBefore(this.left.at().plus(KEPT));
	}

	/**
	 * ListedRows as they were listed.
	 *
	 * @param createdUntil the latest creation of the page that begins with them
	 * @param skip the number of incidents that the page skips
	 * @param rows the rows
	 * @param older whether they were listed before the first alerts were read
	 * @param at when they were listed
	 */
	record Listed(@Nullable Instant createdUntil, int skip, ListedRows rows, boolean older, Instant at) {

		/**
		 * Return what is left of these after a part of them was passed on, with the place
		 * where a reader goes on that lets pages overlap by one incident.
		 * @param passed how many rows were passed on
		 * @return what is left, or {@code null} if the place cannot be told
		 */
		@Nullable Listed behind(int passed) {
			int last = passed - 1;
			while (last >= 0 && this.rows.rows().get(last).incident() == null) {
				last--;
			}
			Instant oldest = (last >= 0) ? created(last) : null;
			if (oldest == null) {
				return null;
			}
			if (oldest.equals(this.createdUntil)) {
				int step = Math.max(1, passed - 1);
				return new Listed(oldest, this.skip + step, this.rows.part(step, this.rows.size()), this.older,
						this.at);
			}
			int ties = 0;
			for (int index = 0; index <= last; index++) {
				ties += oldest.equals(created(index)) ? 1 : 0;
			}
			return new Listed(oldest, ties - 1, this.rows.part(last, this.rows.size()), this.older, this.at);
		}

		private @Nullable Instant created(int index) {
			Incident incident = this.rows.rows().get(index).incident();
			return (incident != null) ? incident.created() : null;
		}

	}

}
