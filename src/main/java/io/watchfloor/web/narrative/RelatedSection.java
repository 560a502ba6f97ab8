package io.watchfloor.web.narrative;

import java.util.List;

import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.related.RelatedIncident;
import io.watchfloor.queue.related.RelatedIncidents;
import io.watchfloor.queue.related.Rarity;
import io.watchfloor.web.format.Numbers;

/**
 * What a page shows of the incidents that are related to one.
 *
 * @param number how many are strongly related
 * @param strong the closest of them
 * @param weakNumber how many are weakly related
 * @param weak the closest of them
 * @param rule when incidents are strongly related, in sentences
 */
public record RelatedSection(int number, List<RelatedView> strong, int weakNumber, List<RelatedView> weak,
		String rule) {

	/**
	 * The most incidents of each grade that a page shows.
	 */
	public static final int MOST = 12;

	/**
	 * Create the section.
	 * @param related the related incidents
	 * @param read what rarity was measured against
	 * @param viewpoint who looks when
	 * @param path the address of the queue
	 */
	public static RelatedSection of(RelatedIncidents related, ReadIncidents read, Viewpoint viewpoint, String path) {
		return new RelatedSection(related.strong().size(), views(related.strong(), viewpoint, path, read),
				related.weakNumber(), views(related.weak(), viewpoint, path, read), rule(read));
	}

	private static List<RelatedView> views(List<RelatedIncident> related, Viewpoint viewpoint, String path,
			ReadIncidents read) {
		return related.stream().limit(MOST).map((one) -> RelatedView.of(one, viewpoint, path, read)).toList();
	}

	private static String rule(ReadIncidents read) {
		String compared = (read.complete()) ? read.count() + " that your queue has read"
				: "the " + read.count() + " that your queue has read so far";
		return "Strongly related incidents share something that few of " + compared + " hold: at most "
				+ Numbers.of(Rarity.MOST_OF_AN_ATTACK)
				+ " for what an attack brings with it (hash, URL, domain, IP address, command line, message, sender, "
				+ "actor, malware family), at most " + Rarity.MOST_OF_DAILY_WORK
				+ " for what recurs in daily work (device, user, mailbox, file name, mail subject, application, alert "
				+ "title), and never more than one in " + Rarity.SMALLEST_PART
				+ ", though two may always share. Techniques are never rare.";
	}

}
