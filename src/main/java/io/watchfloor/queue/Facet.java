package io.watchfloor.queue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A property by which the queue is filtered and, but for {@link #ASSET}, counted. Any
 * value may occur; values are compared without regard to case.
 */
public enum Facet {

	/** Such as {@code Active}; open incidents have {@link #OPEN} too. */
	STATUS("status", Facet::statuses),

	/** Such as {@code High}. */
	SEVERITY("severity", (summary) -> summary.severity().word()),

	/** The owner's user name, or {@link #NOBODY}. */
	ASSIGNED_TO("assignedTo", (summary) -> (summary.isAssigned()) ? summary.assignedTo() : Facet.NOBODY),

	/** The product that raised an alert. */
	SOURCE("source", IncidentSummary::sources),

	/** The sensor that raised an alert. */
	DETECTION("detection", IncidentSummary::detections),

	/** An alert's category, most often an ATT&amp;CK tactic. */
	CATEGORY("category", IncidentSummary::categories),

	/** A label that people or Defender gave the incident. */
	TAG("tag", IncidentSummary::tags),

	/** Such as {@code TruePositive}. */
	CLASSIFICATION("classification", IncidentSummary::classification),

	/** Such as {@code Phishing}. */
	DETERMINATION("determination", IncidentSummary::determination),

	/** The state of an alert's automated investigation. */
	INVESTIGATION("investigation", IncidentSummary::investigations),

	/** An ATT&amp;CK technique id. */
	TECHNIQUE("technique", IncidentSummary::techniques),

	/** A malware family or a threat actor. */
	THREAT("threat", IncidentSummary::threats),

	/** A device's operating system. */
	OS("os", IncidentSummary::systems),

	/** A device's group. */
	GROUP("group", IncidentSummary::groups),

	/** A name or an id of a device, a user or a mailbox. */
	ASSET("asset", Facet::assets);

	/**
	 * The status that every open incident has besides its own.
	 */
	public static final String OPEN = "open";

	/**
	 * The value of {@link #ASSIGNED_TO} that unassigned incidents have.
	 */
	public static final String NOBODY = "none";

	/**
	 * The value of {@link #ASSIGNED_TO} that stands for the analyst who looks.
	 */
	public static final String ME = "me";

	private final String parameter;

	private final Function<IncidentSummary, Object> entry;

	Facet(String parameter, Function<IncidentSummary, Object> entry) {
		this.parameter = parameter;
		this.entry = entry;
	}

	private static Object statuses(IncidentSummary summary) {
		return summary.isOpen() ? summary.status().valuesWhileOpen() : summary.status().word();
	}

	private static List<String> assets(IncidentSummary summary) {
		Set<String> assets = new LinkedHashSet<>(summary.devices());
		assets.addAll(summary.users());
		assets.addAll(summary.mailboxes());
		for (Asset asset : summary.identities()) {
			assets.addAll(asset.names());
			if (asset.id() != null) {
				assets.add(asset.id());
			}
		}
		return List.copyOf(assets);
	}

	/**
	 * Return the facet's name in an address.
	 * @return such as {@code assignedTo}
	 */
	public String parameter() {
		return this.parameter;
	}

	/**
	 * Return the value that incidents have for one that somebody asks for.
	 * @param value the value, which may be an older word for the same product
	 * @return the value that it stands for
	 */
	public String valueFor(String value) {
		return (this == SOURCE || this == DETECTION) ? ProductWords.newest(value) : value;
	}

	/**
	 * Return the values that an incident has.
	 * @param summary the incident
	 * @return its values, each once and spelled as the API sent it; none where it has
	 * none
	 */
	public List<String> values(IncidentSummary summary) {
		return valuesIn(entry(summary));
	}

	/**
	 * Return the one object that an incident's values are kept in. The same object means
	 * the same values, so that work done for it serves every incident that has it; but
	 * for {@link #ASSET}, most incidents share few of these objects.
	 * @param summary the incident
	 * @return a string or a list of strings, to be read by {@link #valuesIn}
	 */
	public Object entry(IncidentSummary summary) {
		return this.entry.apply(summary);
	}

	/**
	 * Return the values that an entry contains.
	 * @param entry what {@link #entry} returned
	 * @return the values; none for an empty string
	 */
	@SuppressWarnings("unchecked")
	public static List<String> valuesIn(Object entry) {
		if (entry instanceof String only) {
			return (only.isEmpty()) ? List.of() : List.of(only);
		}
		return (List<String>) entry;
	}

}
