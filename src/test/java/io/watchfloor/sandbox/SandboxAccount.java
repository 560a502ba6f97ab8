package io.watchfloor.sandbox;

import java.io.Serializable;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who can sign in to the pretend tenant: the people of {@link #values()}, and as many
 * analysts of a desk of their own as a test wants.
 *
 * @param name by which the sandbox's own pages and tests know the account
 * @param username the user principal name
 * @param displayName the name that people read
 * @param objectId Entra's id of the account
 * @param lacks what this account lacks that an analyst has who may change incidents
 * @param deviceGroups the device groups whose devices, alerts and incidents this account
 * may see
 * @param purpose what the account is there to show, in a sentence
 */
public record SandboxAccount(String name, String username, String displayName, String objectId, Set<Lack> lacks,
		Set<String> deviceGroups, String purpose) implements Serializable {

	/**
	 * An analyst who sees the device groups of the workstations.
	 */
	public static final SandboxAccount ANALYST = new SandboxAccount("ANALYST", "ada.analyst@contoso.com", "Ada Analyst",
			"11111111-aaaa-4000-8000-000000000001", Set.of(), Set.of("Workstations", "Remote"),
			"An analyst, who sees workstations and laptops, and may change incidents once she has consented.");

	/**
	 * A team lead who sees every device group, and so more incidents and more alerts of
	 * the same ones.
	 */
	public static final SandboxAccount LEAD = new SandboxAccount("LEAD", "lee.lead@contoso.com", "Lee Lead",
			"11111111-aaaa-4000-8000-000000000002", Set.of(), Set.of("Workstations", "Remote", "Servers", "Executives"),
			"A team lead, who sees every device group: more incidents, and more alerts of the same ones.");

	/**
	 * An analyst who sees the servers only, with a name that has letters outside ASCII.
	 */
	public static final SandboxAccount SERVERS = new SandboxAccount("SERVERS", "zoe.zizkova@contoso.com",
			"Zo\u00eb \u017di\u017ekov\u00e1", "11111111-aaaa-4000-8000-000000000005", Set.of(), Set.of("Servers"),
			"An analyst, who sees the servers only: Watchfloor shows what Defender lets each account see.");

	/**
	 * A user whose token lacks {@code Incident.Read}, so that the API answers 403.
	 */
	public static final SandboxAccount NO_PERMISSION = new SandboxAccount("NO_PERMISSION", "nora.noscope@contoso.com",
			"Nora Noscope", "11111111-aaaa-4000-8000-000000000003", Set.of(Lack.PERMISSION), Set.of(),
			"Has no Incident.Read in the token: what the pages say when Defender refuses.");

	/**
	 * A user for whom nobody consented, so that sign-in ends with AADSTS65001.
	 */
	public static final SandboxAccount NO_CONSENT = new SandboxAccount("NO_CONSENT", "nils.noconsent@contoso.com",
			"Nils Noconsent", "11111111-aaaa-4000-8000-000000000004", Set.of(Lack.CONSENT), Set.of(),
			"Consent is missing: sign-in fails, and a page says what to do.");

	/**
	 * An analyst who may not consent to further permissions herself: an administrator has
	 * to.
	 */
	public static final SandboxAccount NEEDS_ADMIN = new SandboxAccount("NEEDS_ADMIN", "nadia.needsadmin@contoso.com",
			"Nadia Needsadmin", "11111111-aaaa-4000-8000-000000000006", Set.of(Lack.RIGHT_TO_CONSENT),
			Set.of("Workstations", "Remote"),
			"May not consent to changing incidents herself: an administrator would have to.");

	/**
	 * An analyst who may consent to changing incidents, but has a role that only reads
	 * them, so that the API answers 403 to changes.
	 */
	public static final SandboxAccount READER = new SandboxAccount("READER", "rosa.reader@contoso.com", "Rosa Reader",
			"11111111-aaaa-4000-8000-000000000007", Set.of(Lack.WRITING_ROLE), Set.of("Workstations", "Remote"),
			"Has a role that only reads incidents: Defender refuses every change.");

	private static final Pattern DESK = Pattern.compile("(?:DESK_|11111111-aaaa-4000-8001-0*)([1-9][0-9]{0,3})");

	/**
	 * The people whom the account page offers.
	 * @return all accounts but those of desks
	 */
	public static List<SandboxAccount> values() {
		return List.of(ANALYST, LEAD, SERVERS, NEEDS_ADMIN, READER, NO_PERMISSION, NO_CONSENT);
	}

	/**
	 * An analyst who sees the workstations that all desks see, and a device group that
	 * nobody else of the desks does. The account page does not offer them.
	 * @param number which desk, 1 to 9999
	 * @return the analyst of that desk
	 */
	public static SandboxAccount desk(int number) {
		return new SandboxAccount("DESK_" + number, "desk." + number + "@contoso.com", "Analyst of desk " + number,
				String.format("11111111-aaaa-4000-8001-%012d", number), Set.of(),
				Set.of("Workstations", deskGroup(number)), "An analyst of a desk.");
	}

	/**
	 * The device group that only one desk sees.
	 * @param number which desk
	 * @return its name
	 */
	public static String deskGroup(int number) {
		return "Desk " + number;
	}

	/**
	 * Find an account.
	 * @param key its name or its object id
	 * @return the account
	 * @throws NoSuchElementException when there is none
	 */
	public static SandboxAccount find(String key) {
		Matcher desk = DESK.matcher(key);
		if (desk.matches()) {
			return desk(Integer.parseInt(desk.group(1)));
		}
		return values().stream()
			.filter((account) -> account.name.equals(key) || account.objectId.equals(key))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Whether the scopes that were asked for are in the tokens of this account.
	 */
	public boolean permitted() {
		return !this.lacks.contains(Lack.PERMISSION);
	}

	/**
	 * Whether somebody consented to Watchfloor for this account.
	 */
	public boolean consented() {
		return !this.lacks.contains(Lack.CONSENT);
	}

	/**
	 * Whether this account may consent to further permissions itself.
	 */
	public boolean mayConsent() {
		return !this.lacks.contains(Lack.RIGHT_TO_CONSENT);
	}

	/**
	 * Whether this account has a role that may change incidents.
	 */
	public boolean mayWrite() {
		return !this.lacks.contains(Lack.WRITING_ROLE);
	}

	/**
	 * What an account can lack.
	 */
	public enum Lack {

		/** The permission to read incidents in its tokens. */
		PERMISSION,

		/** Anybody's consent to Watchfloor. */
		CONSENT,

		/** The right to consent to further permissions itself. */
		RIGHT_TO_CONSENT,

		/** A role that may change incidents. */
		WRITING_ROLE

	}

}
