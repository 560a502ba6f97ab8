package io.watchfloor.web.handover;

import java.util.List;
import java.util.function.Function;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.index.Selection;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.format.Numbers;

/**
 * A part of a handover.
 *
 * @param id its HTML id
 * @param title what it lists
 * @param figure how many incidents there are
 * @param known whether that is final; otherwise they are at least so many
 * @param detail what they are made up of; empty where that is not said
 * @param note what is behind the number
 * @param entries the first incidents
 * @param left how many more there are; empty for none
 * @param address the view of all of them, or of all that they are among
 * @param addressLabel what the view shows
 */
record HandoverSection(String id, String title, String figure, boolean known, String detail, String note,
		List<HandoverEntry> entries, String left, String address, String addressLabel) {

	/**
	 * Create a part that a view of the queue shows in full.
	 * @param path the address of the queue
	 * @param known whether all incidents of the view were read
	 * @param why returns why an incident is there
	 */
	static HandoverSection of(String id, String title, String detail, String note, Selection selection, String path,
			boolean known, Function<IncidentSummary, String> why) {
		List<HandoverEntry> entries = selection.rows()
			.stream()
			.map((incident) -> HandoverEntry.of(incident, why.apply(incident)))
			.toList();
		return new HandoverSection(id, title, Numbers.of(selection.total()), known, detail, note, entries,
				left(selection.total(), entries), IncidentQueryParameters.address(path, selection.query()),
				"All of them in the queue");
	}

	/**
	 * Return how many more incidents there are than a list has.
	 * @return such as {@code 12 more}; empty for none
	 */
	static String left(int total, List<HandoverEntry> entries) {
		return (total > entries.size()) ? Numbers.of(total - entries.size()) + " more" : "";
	}

}
