package io.watchfloor.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;

/**
 * The part of an incident that filters, orders, search and charts need. Times are
 * milliseconds since 1970 or {@link #UNKNOWN_TIME}, missing texts are empty, and lists
 * have each value once. A summary of usual size takes about two kilobytes.
 *
 * @param id the incident's number
 * @param redirectedTo the incident that this one was merged into, or 0
 * @param name the title
 * @param createdMillis when Defender created it
 * @param updatedMillis when anything in it last changed
 * @param firstActivityMillis the earliest activity of its alerts; its creation where no
 * alert has one
 * @param lastActivityMillis the latest activity of its alerts; its creation where no
 * alert has one
 * @param status its status
 * @param severity its severity
 * @param priorityScore Defender's own urgency, from 0 to 100; {@link #NO_PRIORITY} for
 * none
 * @param assignedTo its owner's user name; empty where it is unassigned
 * @param classification such as {@code TruePositive}
 * @param determination such as {@code Phishing}
 * @param sources the products that raised its alerts
 * @param detections the sensors that raised its alerts
 * @param categories its alerts' categories
 * @param tags labels that people or Defender gave it
 * @param investigations the states of its automated investigations
 * @param techniques ATT&amp;CK technique ids
 * @param threats malware families and threat actors
 * @param systems its devices' operating systems
 * @param groups its devices' groups
 * @param deviceTags labels of its devices
 * @param signals what Microsoft's own words say of it
 * @param devices the names of its devices, one for each
 * @param users the names of its users, one for each
 * @param mailboxes the addresses of its mailboxes, one for each
 * @param identities those of its devices, users and mailboxes that have an id or other
 * names besides
 * @param alertTimes when each of its alerts was raised
 * @param text the texts that a search looks through
 */
public record IncidentSummary(long id, long redirectedTo, String name, long createdMillis, long updatedMillis,
		long firstActivityMillis, long lastActivityMillis, Status status, Severity severity, byte priorityScore,
		String assignedTo, String classification, String determination, List<String> sources, List<String> detections,
		List<String> categories, List<String> tags, List<String> investigations, List<String> techniques,
		List<String> threats, List<String> systems, List<String> groups, List<String> deviceTags, List<Signal> signals,
		List<String> devices, List<String> users, List<String> mailboxes, List<Asset> identities, AlertTimes alertTimes,
		SearchText text) {

	/**
	 * Stands for a time that the API did not send, or not in a form that can be read.
	 */
	public static final long UNKNOWN_TIME = 0;

	/**
	 * Stands for a missing priority score.
	 */
	public static final byte NO_PRIORITY = -1;

	/**
	 * The API's word for a missing classification, also used where the API sends none.
	 */
	public static final String UNCLASSIFIED = "Unknown";

	/**
	 * The API's word for a missing determination, also used where the API sends none.
	 */
	public static final String UNDETERMINED = "NotAvailable";

	/**
	 * Summarize an incident.
	 * @param incident the incident as the API sent it
	 * @return its summary
	 */
	public static IncidentSummary of(Incident incident) {
		return new Summarizer(incident, (value) -> value).summary();
	}

	/**
	 * Return when Defender created it.
	 * @return the time, to the millisecond, or {@code null} where it is unknown
	 */
	public @Nullable Instant created() {
		return time(this.createdMillis);
	}

	/**
	 * Return when anything in it last changed.
	 * @return the time, to the millisecond, or {@code null} where it is unknown
	 */
	public @Nullable Instant updated() {
		return time(this.updatedMillis);
	}

	/**
	 * Return when the activity of its alerts began.
	 * @return the time, to the millisecond, or {@code null} where it is unknown
	 */
	public @Nullable Instant firstActivity() {
		return time(this.firstActivityMillis);
	}

	/**
	 * Return when the activity of its alerts was last seen.
	 * @return the time, to the millisecond, or {@code null} where it is unknown
	 */
	public @Nullable Instant lastActivity() {
		return time(this.lastActivityMillis);
	}

	private static @Nullable Instant time(long millis) {
		return (millis != UNKNOWN_TIME) ? Instant.ofEpochMilli(millis) : null;
	}

	/**
	 * Return the number of its alerts.
	 * @return the number, from 0
	 */
	public int alerts() {
		return this.alertTimes.count();
	}

	/**
	 * Return the number of its devices, users and mailboxes.
	 * @return the number, from 0
	 */
	public int assets() {
		return this.devices.size() + this.users.size() + this.mailboxes.size();
	}

	/**
	 * Return whether it has any of some assets.
	 * @param names names or ids of devices, users or mailboxes, in any case and with
	 * their letters composed
	 * @return whether it has one of them
	 */
	public boolean hasAnyAsset(Collection<String> names) {
		return isAny(this.devices, names) || isAny(this.users, names) || isAny(this.mailboxes, names)
				|| isAnyIdentity(names);
	}

	private boolean isAnyIdentity(Collection<String> names) {
		for (Asset asset : this.identities) {
			if (isAny(asset.names(), names) || (asset.id() != null && isAny(List.of(asset.id()), names))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isAny(List<String> assets, Collection<String> names) {
		for (String asset : assets) {
			String composed = SearchText.composed(asset);
			for (String name : names) {
				if (name.equalsIgnoreCase(composed)) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Return whether somebody owns it.
	 * @return whether it has an owner
	 */
	public boolean isAssigned() {
		return !this.assignedTo.isEmpty();
	}

	/**
	 * Return whether it is open.
	 * @return whether it is neither resolved nor merged into another
	 */
	public boolean isOpen() {
		return this.status.isOpen() && this.redirectedTo == 0;
	}

	/**
	 * Return whether nobody classified it.
	 * @return whether its classification is {@link #UNCLASSIFIED}
	 */
	public boolean isUnclassified() {
		return UNCLASSIFIED.equalsIgnoreCase(this.classification);
	}

	/**
	 * Return whether it was merged into another, where work on it goes on.
	 * @return whether it was merged
	 */
	public boolean isRedirected() {
		return this.redirectedTo != 0 || this.status.stage() == Status.Stage.REDIRECTED;
	}

}
