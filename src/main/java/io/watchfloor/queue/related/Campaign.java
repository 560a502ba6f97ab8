package io.watchfloor.queue.related;

import java.util.List;

import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * The incidents that strong relations join to one, directly or through each other.
 *
 * @param members the incident itself and the others, the closest first
 * @param bounded whether it may have further members, which were left out
 */
public record Campaign(List<Member> members, boolean bounded) {

	/**
	 * The most members.
	 */
	public static final int MOST = 24;

	/**
	 * The most relations between the incident and a member. Each takes a pass over the
	 * queue, which is half of a page's time over 20,000 incidents.
	 */
	public static final int MOST_STEPS = 2;

	/**
	 * Return whether there is a campaign.
	 * @return whether the incident is not the only member
	 */
	public boolean isAny() {
		return this.members.size() > 1;
	}

	/**
	 * A member of a campaign.
	 *
	 * @param incident the incident
	 * @param shared the rarest value that it shares with the member that it was found by,
	 * or {@code null} for the incident that the search began with
	 * @param foundBy that member's number
	 */
	public record Member(IncidentSummary incident, @Nullable SharedValue shared, long foundBy) {
	}

}
