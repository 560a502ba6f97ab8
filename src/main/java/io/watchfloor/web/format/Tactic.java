package io.watchfloor.web.format;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The tactics of ATT&amp;CK for enterprises, in the order of an attack. An alert's
 * category is the name of one, or another word such as {@code Malware}. Release 19 split
 * defense evasion into stealth and defense impairment; alerts still name it.
 *
 * @see <a href="https://attack.mitre.org/tactics/enterprise/">Enterprise tactics</a>
 */
public enum Tactic {

	RECONNAISSANCE("Reconnaissance"), RESOURCE_DEVELOPMENT("Resource development"), INITIAL_ACCESS("Initial access"),
	EXECUTION("Execution"), PERSISTENCE("Persistence"), PRIVILEGE_ESCALATION("Privilege escalation"),
	DEFENSE_EVASION("Defense evasion"), STEALTH("Stealth"), DEFENSE_IMPAIRMENT("Defense impairment"),
	CREDENTIAL_ACCESS("Credential access"), DISCOVERY("Discovery"), LATERAL_MOVEMENT("Lateral movement"),
	COLLECTION("Collection"), COMMAND_AND_CONTROL("Command and control"), EXFILTRATION("Exfiltration"),
	IMPACT("Impact");

	private final String label;

	Tactic(String label) {
		this.label = label;
	}

	/**
	 * Return the name of the tactic.
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return the tactic that a category names; spaces and case are ignored.
	 */
	public static Optional<Tactic> of(@Nullable String category) {
		if (category == null) {
			return Optional.empty();
		}
		String letters = category.replaceAll("[^A-Za-z]", "");
		return Arrays.stream(values())
			.filter((tactic) -> tactic.label.replace(" ", "").equalsIgnoreCase(letters))
			.findFirst();
	}

	/**
	 * Return the name of a category: that of its tactic, or else that of
	 * {@link Terms#of}, or {@code null} if there is no category.
	 */
	public static @Nullable String label(@Nullable String category) {
		return of(category).map(Tactic::label).orElse(Terms.of(category));
	}

}
