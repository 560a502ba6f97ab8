package io.watchfloor.queue.related;

import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * A value that incidents hold, with their number.
 */
final class HeldValue {

	private final SharedKind kind;

	private final String text;

	private int holders;

	private @Nullable IncidentSummary last;

	/**
	 * Create a value that no incident was found to hold yet.
	 * @param kind what it is
	 * @param text the value, as {@link io.watchfloor.queue.SearchText#fold} returns it;
	 * the name of an asset as people are shown it
	 */
	HeldValue(SharedKind kind, String text) {
		this.kind = kind;
		this.text = text;
	}

	/**
	 * Count an incident, once however often it holds the value.
	 * @param incident the incident, which is not another one's turn in between
	 * @return whether it was counted
	 */
	boolean count(IncidentSummary incident) {
		if (this.last == incident) {
			return false;
		}
		this.last = incident;
		this.holders++;
		return true;
	}

	SharedKind kind() {
		return this.kind;
	}

	String text() {
		return this.text;
	}

	/**
	 * Return the number of incidents that were counted.
	 */
	int holders() {
		return this.holders;
	}

}
