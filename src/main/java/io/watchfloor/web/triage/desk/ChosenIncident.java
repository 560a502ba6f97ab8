package io.watchfloor.web.triage.desk;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.Triage;
import io.watchfloor.web.address.BadParameterException;
import org.jspecify.annotations.Nullable;

/**
 * An incident that was ticked in the queue.
 *
 * @param id its number
 * @param seen its state as the page showed it; {@code null} when the form sent none
 */
public record ChosenIncident(long id, @Nullable SeenState seen) implements Serializable {

	/**
	 * The name of the boxes.
	 */
	public static final String PARAMETER = "id";

	/**
	 * An id of up to 18 digits, which always fits in a {@code long}.
	 */
	private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

	/**
	 * Return the value of the box of an incident: only boxes that are ticked are sent, so
	 * each has the state along.
	 */
	public static String value(IncidentSummary incident) {
		return new ChosenIncident(incident.id(), SeenState.of(incident)).value();
	}

	/**
	 * Return the value of its box.
	 */
	public String value() {
		return (this.seen != null) ? this.id + " " + this.seen.encoded() : Long.toString(this.id);
	}

	/**
	 * Read the boxes that were ticked.
	 * @param values their values: a number, with a space and the state behind it or not
	 * @return the incidents, each once, in the order of the form
	 * @throws BadParameterException if there are none or more than an action takes, or if
	 * one is no incident
	 */
	public static List<ChosenIncident> parse(@Nullable List<String> values) {
		Map<Long, ChosenIncident> chosen = new LinkedHashMap<>();
		for (String value : (values != null) ? values : List.<String>of()) {
			ChosenIncident one = parse(value);
			chosen.putIfAbsent(one.id, one);
		}
		if (chosen.isEmpty() || chosen.size() > Triage.MOST_AT_ONCE) {
			throw new BadParameterException(PARAMETER, "the numbers of 1 to " + Triage.MOST_AT_ONCE
					+ " incidents, those that are ticked; " + chosen.size() + " were");
		}
		return List.copyOf(chosen.values());
	}

	private static ChosenIncident parse(String value) {
		String[] parts = value.strip().split(" ", 2);
		SeenState seen = (parts.length == 2) ? SeenState.decode(parts[1]) : null;
		if (!ID.matcher(parts[0]).matches() || (parts.length == 2 && seen == null)) {
			throw new BadParameterException(PARAMETER, "the number of an incident, as the boxes of the queue have it");
		}
		return new ChosenIncident(Long.parseLong(parts[0]), seen);
	}

}
