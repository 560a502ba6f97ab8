package io.watchfloor.queue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The weights by which {@link Attention} scores an open incident: the whole table, which
 * pages show. Where weights measure the same, such as severity, the heaviest that applies
 * counts alone.
 */
public enum AttentionWeight {

	/** High. */
	HIGH("Severity", "High", 30),

	/** Medium. */
	MEDIUM("Severity", "Medium", 18),

	/** A word that is not known, or none. */
	OTHER_SEVERITY("Severity", "Not stated", 10),

	/** Low. */
	LOW("Severity", "Low", 6),

	/** {@link IncidentSummary#priorityScore()} is at least {@value #TOP}. */
	TOP_PRIORITY("Defender's priority score", "80 or more of 100, where the source gives it", 14),

	/** {@link IncidentSummary#priorityScore()} is at least {@value #RAISED}. */
	RAISED_PRIORITY("Defender's priority score", "50 or more of 100, where the source gives it", 7),

	/** Nobody owns it. */
	UNASSIGNED("Owner", "Nobody", 15),

	/** The analyst who looks owns it. */
	YOURS("Owner", "You", 10),

	/** See {@link Signal#HANDS_ON_KEYBOARD}. */
	HANDS_ON_KEYBOARD("Microsoft's words", "Hands on keyboard", 20),

	/** See {@link Signal#RANSOMWARE}. */
	RANSOMWARE("Microsoft's words", "Ransomware", 20),

	/** See {@link Signal#ATTACK_DISRUPTION}. */
	ATTACK_DISRUPTION("Microsoft's words", "Attack disruption", 12),

	/** See {@link Signal#NAMED_ACTOR}. */
	NAMED_ACTOR("Microsoft's words", "A named threat actor", 10),

	/** An incident or a device has a tag of {@link AttentionSettings#criticalTags()}. */
	CRITICAL_TAG("Assets", "A critical tag", 12),

	/** At least {@value #MANY} assets. */
	MANY_ASSETS("Assets", "Ten or more", 6),

	/** At least {@value #SEVERAL} assets. */
	SEVERAL_ASSETS("Assets", "Three or more", 3),

	/** See {@link Signal#RISKY_DEVICE}. */
	RISKY_DEVICE("Assets", "A device at high risk", 5),

	/** The attack reached its goal. */
	LATE_TACTIC("How far it got", "Impact or exfiltration", 12),

	/** The attack spread. */
	SPREADING_TACTIC("How far it got", "Lateral movement, command and control or collection", 9),

	/** The attack settled in. */
	SETTLING_TACTIC("How far it got", "Credential access, privilege escalation, persistence or defense evasion", 6),

	/** The attack began. */
	EARLY_TACTIC("How far it got", "Initial access, execution or discovery", 3),

	/** Active in the last hour. */
	LAST_HOUR("Activity", "In the last hour", 12),

	/** Active in the last six hours. */
	LAST_HOURS("Activity", "In the last 6 hours", 8),

	/** Active in the last day. */
	LAST_DAY("Activity", "In the last 24 hours", 4),

	/** See {@link Signal#PENDING_APPROVAL}. */
	PENDING_APPROVAL("Waiting", "An action waits for approval", 8),

	/** Nobody works on it, for longer than {@link AttentionSettings#limit}. */
	OVERDUE("Waiting", "Over the limit for its severity", 8);

	private static final int TOP = 80;

	private static final int RAISED = 50;

	private static final int MANY = 10;

	private static final int SEVERAL = 3;

	private static final Map<AttentionWeight, Set<String>> TACTICS = new EnumMap<>(
			Map.of(LATE_TACTIC, Set.of("impact", "exfiltration"), SPREADING_TACTIC,
					Set.of("lateral movement", "command and control", "collection"), SETTLING_TACTIC,
					Set.of("credential access", "privilege escalation", "persistence", "defense evasion", "stealth",
							"defense impairment"),
					EARLY_TACTIC, Set.of("initial access", "execution", "discovery")));

	private final String group;

	private final String label;

	private final int points;

	AttentionWeight(String group, String label, int points) {
		this.group = group;
		this.label = label;
		this.points = points;
	}

	/**
	 * Return the weights that apply to an incident.
	 * @param summary the incident
	 * @param viewpoint who looks, and when
	 * @return the weights, each once
	 */
	static Set<AttentionWeight> of(IncidentSummary summary, Viewpoint viewpoint) {
		Set<AttentionWeight> weights = EnumSet.noneOf(AttentionWeight.class);
		addSeverity(summary, weights);
		if (summary.priorityScore() >= RAISED) {
			weights.add((summary.priorityScore() >= TOP) ? TOP_PRIORITY : RAISED_PRIORITY);
		}
		if (!summary.isAssigned()) {
			weights.add(UNASSIGNED);
		}
		else if (viewpoint.isAnalyst(summary.assignedTo())) {
			weights.add(YOURS);
		}
		summary.signals().forEach((signal) -> weights.add(of(signal)));
		addAssets(summary, viewpoint, weights);
		addTactic(summary, weights);
		addActivity(summary, viewpoint, weights);
		if (isOverdue(summary, viewpoint)) {
			weights.add(OVERDUE);
		}
		return weights;
	}

	private static void addSeverity(IncidentSummary summary, Set<AttentionWeight> weights) {
		switch (summary.severity().level()) {
			case HIGH -> weights.add(HIGH);
			case MEDIUM -> weights.add(MEDIUM);
			case LOW -> weights.add(LOW);
			case OTHER -> weights.add(OTHER_SEVERITY);
			case INFORMATIONAL -> {
				// weighs nothing
			}
		}
	}

	private static AttentionWeight of(Signal signal) {
		return switch (signal) {
			case HANDS_ON_KEYBOARD -> HANDS_ON_KEYBOARD;
			case RANSOMWARE -> RANSOMWARE;
			case ATTACK_DISRUPTION -> ATTACK_DISRUPTION;
			case NAMED_ACTOR -> NAMED_ACTOR;
			case PENDING_APPROVAL -> PENDING_APPROVAL;
			case RISKY_DEVICE -> RISKY_DEVICE;
		};
	}

	private static void addAssets(IncidentSummary summary, Viewpoint viewpoint, Set<AttentionWeight> weights) {
		if (viewpoint.attention().isAnyCritical(summary.tags())
				|| viewpoint.attention().isAnyCritical(summary.deviceTags())) {
			weights.add(CRITICAL_TAG);
		}
		if (summary.assets() >= SEVERAL) {
			weights.add((summary.assets() >= MANY) ? MANY_ASSETS : SEVERAL_ASSETS);
		}
	}

	private static void addTactic(IncidentSummary summary, Set<AttentionWeight> weights) {
		for (AttentionWeight furthest : TACTICS.keySet()) {
			if (!furthest.tactic(summary).isEmpty()) {
				weights.add(furthest);
				return;
			}
		}
	}

	/**
	 * Return the tactic of an incident for which this applies.
	 * @param summary the incident
	 * @return such as {@code lateral movement}; empty for none
	 */
	String tactic(IncidentSummary summary) {
		Set<String> tactics = TACTICS.getOrDefault(this, Set.of());
		for (String category : summary.categories()) {
			String words = words(category);
			if (tactics.contains(words)) {
				return words;
			}
		}
		return "";
	}

	/**
	 * Write a category, such as {@code LateralMovement}, in words.
	 */
	private static String words(String category) {
		StringBuilder words = new StringBuilder();
		for (int i = 0; i < category.length(); i++) {
			char letter = category.charAt(i);
			if (Character.isUpperCase(letter) && i > 0 && Character.isLowerCase(category.charAt(i - 1))) {
				words.append(' ');
			}
			words.append(Character.toLowerCase(letter));
		}
		return words.toString();
	}

	private static void addActivity(IncidentSummary summary, Viewpoint viewpoint, Set<AttentionWeight> weights) {
		long latest = Math.max(summary.lastActivityMillis(), summary.createdMillis());
		long hours = Duration.ofMillis(viewpoint.now().toEpochMilli() - latest).toHours();
		if (latest != IncidentSummary.UNKNOWN_TIME && hours < 24) {
			weights.add((hours < 1) ? LAST_HOUR : (hours < 6) ? LAST_HOURS : LAST_DAY);
		}
	}

	/**
	 * Return whether an open incident waits for longer than its severity allows. Somebody
	 * is at work on it only if its status says so; other words than Active, such as New,
	 * do not.
	 */
	static boolean isOverdue(IncidentSummary summary, Viewpoint viewpoint) {
		return summary.status().isOpen() && summary.status().stage() != Status.Stage.IN_PROGRESS
				&& summary.created() != null && viewpoint.now().toEpochMilli()
						- summary.createdMillis() > viewpoint.attention().limit(summary.severity()).toMillis();
	}

	/**
	 * Return what it measures.
	 * @return such as {@code Severity}
	 */
	public String group() {
		return this.group;
	}

	/**
	 * Return when it applies.
	 * @return such as {@code High}
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return what it adds to the score.
	 * @return the points, from 1
	 */
	public int points() {
		return this.points;
	}

}
