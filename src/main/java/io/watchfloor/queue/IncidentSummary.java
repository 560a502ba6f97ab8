package io.watchfloor.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.watchfloor.defender.Incident;

/**
 * What filtering, sorting, searching and the charts need of an incident, and nothing
 * more. Times are milliseconds since 1970, texts that are missing are empty, and lists
 * hold each value once: a summary of usual size takes about a kilobyte.
 *
 * @param id the number that people quote
 * @param redirectedTo the incident that this one was merged into, or 0
 * @param name the title
 * @param createdMillis when Defender opened it
 * @param updatedMillis when anything in it last changed
 * @param firstActivityMillis when what it describes began; its creation where no alert
 * says
 * @param lastActivityMillis when what it describes was last seen; its creation where no
 * alert says
 * @param status how far people are with it
 * @param severity how bad it is
 * @param assignedTo its owner's user name
 * @param classification such as {@code TruePositive}
 * @param determination such as {@code Phishing}
 * @param sources the products that raised its alerts
 * @param detections the sensors that noticed
 * @param categories its alerts' categories
 * @param tags labels that people gave it
 * @param investigations the states of its automated investigations
 * @param techniques ATT&amp;CK technique ids
 * @param threats malware families and threat actors
 * @param systems its devices' operating systems
 * @param groups its devices' groups
 * @param devices the names of its devices
 * @param users the names of its users
 * @param mailboxes the addresses of its mailboxes
 * @param alertTimes when each of its alerts was raised
 * @param text what a search looks through
 */
public record IncidentSummary(long id, long redirectedTo, String name, long createdMillis, long updatedMillis,
		long firstActivityMillis, long lastActivityMillis, Status status, Severity severity, String assignedTo,
		String classification, String determination, List<String> sources, List<String> detections,
		List<String> categories, List<String> tags, List<String> investigations, List<String> techniques,
		List<String> threats, List<String> systems, List<String> groups, List<String> devices, List<String> users,
		List<String> mailboxes, AlertTimes alertTimes, SearchText text) {

	/**
	 * The API's word for a classification that nobody gave; also where it sends none.
	 */
	public static final String UNCLASSIFIED = "Unknown";

	/**
	 * The API's word for a determination that nobody gave; also where it sends none.
	 */
	public static final String UNDETERMINED = "NotAvailable";

	/**
	 * Sum up an incident.
	 * @param incident the incident as the API told it
	 * @return its summary
	 */
	public static IncidentSummary of(Incident incident) {
		return new Summarizer(incident, (value) -> value).summary();
	}

	/**
	 * When Defender opened it.
	 * @return the time, to the millisecond
	 */
	public Instant created() {
		return Instant.ofEpochMilli(this.createdMillis);
	}

	/**
	 * When anything in it last changed.
	 * @return the time, to the millisecond
	 */
	public Instant updated() {
		return Instant.ofEpochMilli(this.updatedMillis);
	}

	/**
	 * How many alerts it has.
	 * @return the number, from 0
	 */
	public int alerts() {
		return this.alertTimes.count();
	}

	/**
	 * How many devices, users and mailboxes it touches.
	 * @return the number, from 0
	 */
	public int assets() {
		return this.devices.size() + this.users.size() + this.mailboxes.size();
	}

	/**
	 * Return whether it touches any of some assets.
	 * @param names names of devices, users or mailboxes, in any case
	 * @return whether it touches one
	 */
	public boolean touchesAny(Collection<String> names) {
		return isAny(this.devices, names) || isAny(this.users, names) || isAny(this.mailboxes, names);
	}

	private static boolean isAny(List<String> assets, Collection<String> names) {
		for (String asset : assets) {
			for (String name : names) {
				if (name.equalsIgnoreCase(asset)) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Whether somebody owns it.
	 * @return whether it has an owner
	 */
	public boolean isAssigned() {
		return !this.assignedTo.isEmpty();
	}

	/**
	 * Whether it still wants work.
	 * @return whether it is neither resolved nor merged into another
	 */
	public boolean isOpen() {
		return this.status.stage() != Status.Stage.RESOLVED && !isRedirected();
	}

	/**
	 * Whether nobody said what it was.
	 * @return whether its classification is {@link #UNCLASSIFIED}
	 */
	public boolean isUnclassified() {
		return UNCLASSIFIED.equalsIgnoreCase(this.classification);
	}

	/**
	 * Whether it was merged into another, which goes on in its stead.
	 * @return whether it was merged
	 */
	public boolean isRedirected() {
		return this.redirectedTo != 0 || this.status.stage() == Status.Stage.REDIRECTED;
	}

}
