package io.watchfloor.queue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;

/**
 * What Microsoft's own words say of an incident, in its name, its tags and its alerts,
 * beyond the severity.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/defender-xdr/incident-queue">Prioritize incidents in
 * the Microsoft Defender portal</a>
 */
public enum Signal {

	/** A person controls the attack, not a program. */
	HANDS_ON_KEYBOARD(text("hands-on-keyboard", "hands on keyboard", "human-operated", "human operated")),

	/** Ransomware, or what prepares for it. */
	RANSOMWARE(text("ransom")),

	/** Defender stopped an attack on its own, and somebody has to finish the work. */
	ATTACK_DISRUPTION(text("attack disruption", "attack was disrupted", "attackdisruption")),

	/** The attack is attributed to a threat actor. */
	NAMED_ACTOR((incident) -> incident.alerts().stream().anyMatch((alert) -> isSet(alert.actorName()))),

	/** An action of the automated investigation waits for an approval. */
	PENDING_APPROVAL((incident) -> incident.alerts().stream().anyMatch(Signal::isPending)),

	/** Defender for Endpoint counts a device of it as being at high risk. */
	RISKY_DEVICE((incident) -> incident.alerts()
		.stream()
		.flatMap((alert) -> alert.devices().stream())
		.anyMatch((device) -> "High".equalsIgnoreCase(device.riskScore())));

	private final Predicate<Incident> test;

	Signal(Predicate<Incident> test) {
		this.test = test;
	}

	/**
	 * Find the signals of an incident.
	 * @param incident the incident as the API sent it
	 * @return its signals, each once
	 */
	static List<Signal> of(Incident incident) {
		return Arrays.stream(values()).filter((signal) -> signal.test.test(incident)).toList();
	}

	private static Predicate<Incident> text(String... words) {
		return (incident) -> Stream
			.concat(Stream.concat(Stream.ofNullable(incident.name()), tags(incident)),
					incident.alerts().stream().flatMap(Signal::texts))
			.map((text) -> text.toLowerCase(Locale.ROOT))
			.anyMatch((text) -> Stream.of(words).anyMatch(text::contains));
	}

	private static Stream<String> tags(Incident incident) {
		return Stream.concat(incident.tags().stream(), incident.supplement().systemTags().stream());
	}

	/**
	 * Return whether an action waits, by the state of the investigation or, as not every
	 * source gives that, by what became of the evidence.
	 */
	private static boolean isPending(Alert alert) {
		return Stream
			.concat(Stream.ofNullable(alert.investigationState()),
					alert.evidence().stream().flatMap((piece) -> Stream.ofNullable(piece.remediationStatus())))
			.anyMatch("PendingApproval"::equalsIgnoreCase);
	}

	private static Stream<String> texts(Alert alert) {
		return Stream.of(alert.title(), alert.category(), alert.threatFamilyName()).flatMap(Stream::ofNullable);
	}

	private static boolean isSet(@Nullable String text) {
		return text != null && !text.isBlank();
	}

}
