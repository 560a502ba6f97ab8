package io.watchfloor.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A property by which the queue is filtered and, but for {@link #ASSET}, counted. Its
 * values are open: whatever incidents have, compared without regard to case.
 */
public enum Facet {

	/** Such as {@code Active}; {@link #OPEN} too where it is open. */
	STATUS("status", Facet::statuses),

	/** Such as {@code High}. */
	SEVERITY("severity", (summary) -> summary.severity().word()),

	/** The owner's user name; {@link #NOBODY} where there is none. */
	ASSIGNED_TO("assignedTo", (summary) -> (summary.isAssigned()) ? summary.assignedTo() : Facet.NOBODY),

	/** The product that raised an alert. */
	SOURCE("source", IncidentSummary::sources),

	/** The sensor that noticed. */
	DETECTION("detection", IncidentSummary::detections),

	/** An alert's category, most often an ATT&amp;CK tactic. */
	CATEGORY("category", IncidentSummary::categories),

	/** A label that people gave the incident. */
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

	/** A device name, user or mailbox. */
	ASSET("asset", Facet::assets);

	/**
	 * The status that every open incident has besides its own.
	 */
	public static final String OPEN = "open";

	/**
	 * The owner of what nobody owns.
	 */
	public static final String NOBODY = "none";

	/**
	 * The owner that stands for whoever looks.
	 */
	public static final String ME = "me";

	private final String parameter;

	private final Function<IncidentSummary, Object> holder;

	Facet(String parameter, Function<IncidentSummary, Object> holder) {
		this.parameter = parameter;
		this.holder = holder;
	}

	private static Object statuses(IncidentSummary summary) {
		return summary.isOpen() ? summary.status().valuesWhileOpen() : summary.status().word();
	}

	private static List<String> assets(IncidentSummary summary) {
		List<String> assets = new ArrayList<>(summary.assets());
		assets.addAll(summary.devices());
		assets.addAll(summary.users());
		assets.addAll(summary.mailboxes());
		return assets;
	}

	/**
	 * The facet's name in an address.
	 * @return such as {@code assignedTo}
	 */
	public String parameter() {
		return this.parameter;
	}

	/**
	 * What an incident has of this property.
	 * @param summary the incident
	 * @return its values, each once as it came; none where it has none
	 */
	public List<String> values(IncidentSummary summary) {
		return valuesIn(holder(summary));
	}

	/**
	 * The object that holds an incident's values, a text or a list of texts: the same one
	 * means the same values, and but for {@link #ASSET} most incidents share few.
	 */
	public Object holder(IncidentSummary summary) {
		return this.holder.apply(summary);
	}

	/**
	 * The values that a holder holds.
	 */
	@SuppressWarnings("unchecked")
	public static List<String> valuesIn(Object holder) {
		if (holder instanceof String only) {
			return (only.isEmpty()) ? List.of() : List.of(only);
		}
		return (List<String>) holder;
	}

}
