package io.watchfloor.web.format;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The tactics of ATT&amp;CK for enterprises, in the order of an attack. An alert's
 * category is the name of one, or another word such as {@code Malware}. Release 19 split
 * defense evasion into stealth and defense impairment; alerts name it still.
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

	public String label() {
		return this.label;
	}

	/**
	 * The tactic that a category names, however it is spaced and cased.
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
	 * What to call a category.
	 */
	public static @Nullable String label(@Nullable String category) {
		return of(category).map(Tactic::label).orElse(Terms.of(category));
	}

}
