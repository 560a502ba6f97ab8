package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.related.Campaign;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.narrative.ReadIncidents;
import io.watchfloor.web.narrative.SharedView;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as the page shows it: its incidents on one time axis, each in a lane of its
 * own, and in a table.
 *
 * @param ticks the labelled times of the axis
 * @param steps how many main steps the axis has
 * @param height the height of all lanes, in pixels
 * @param members the incidents in the order of their first activity
 * @param bounded whether there may be further members, which were left out
 */
record CampaignView(List<TimeAxis.Tick> ticks, int steps, int height, List<Member> members, boolean bounded) {

	/**
	 * Create the view of a campaign.
	 * @param read what rarity was measured against
	 * @param path the address of the queue
	 * @return the view, or {@code null} if the incident belongs to no campaign
	 */
	static @Nullable CampaignView of(Campaign campaign, ReadIncidents read, Viewpoint viewpoint, String path) {
		if (!campaign.isAny()) {
			return null;
		}
		List<Campaign.Member> inOrder = campaign.members()
			.stream()
			.sorted(Comparator.comparing((member) -> member.incident().firstActivity(),
					Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
		CampaignLanes lanes = CampaignLanes.of(inOrder.stream().map(Campaign.Member::incident).toList());
		List<Member> members = new ArrayList<>();
		for (Campaign.Member member : inOrder) {
			members.add(Member.of(member, lanes, read, viewpoint, path));
		}
		return new CampaignView(lanes.ticks(), lanes.steps(), lanes.height(), members, campaign.bounded());
	}

	/**
	 * Return where the search for members ended, in a sentence.
	 */
	public String bound() {
		return "There may be more: the search ended at " + Campaign.MOST + " incidents and " + Campaign.MOST_STEPS
				+ " relations away.";
	}

	/**
	 * Return the incidents that have a lane: the others have no time.
	 */
	public List<Member> timed() {
		return this.members.stream().filter((member) -> member.lane() != null).toList();
	}

	/**
	 * Return the number of incidents that have no lane.
	 */
	public int untimed() {
		return this.members.size() - timed().size();
	}

	/**
	 * An incident of the campaign.
	 *
	 * @param row the incident
	 * @param first its first activity, or {@code null} if that is unknown
	 * @param last its last activity, or {@code null} if that is unknown
	 * @param lane its lane, or {@code null} if it has no time
	 * @param shared the rarest value that it shares with another, or {@code null} for the
	 * incident on show
	 * @param foundBy the number of that other
	 */
	record Member(IncidentRow row, @Nullable TimeView first, @Nullable TimeView last, @Nullable Lane lane,
			@Nullable SharedView shared, long foundBy) {

		static Member of(Campaign.Member member, CampaignLanes lanes, ReadIncidents read, Viewpoint viewpoint,
				String path) {
			IncidentSummary incident = member.incident();
			Instant now = viewpoint.now();
			return new Member(IncidentRow.of(incident, viewpoint, path), TimeView.of(incident.firstActivity(), now),
					TimeView.of(incident.lastActivity(), now), lanes.next(incident), (member.shared() != null)
							? SharedView.of(Objects.requireNonNull(member.shared()), path, read) : null,
					member.foundBy());
		}

		/**
		 * Return whether it is the incident that the page shows.
		 */
		public boolean onShow() {
			return this.shared == null;
		}

	}

	/**
	 * The lane of an incident.
	 *
	 * @param bar its activity, from the first to the last
	 * @param alerts when its alerts were raised, in percent of the axis
	 */
	record Lane(StoryView.Bar bar, List<Double> alerts) {
	}

}
