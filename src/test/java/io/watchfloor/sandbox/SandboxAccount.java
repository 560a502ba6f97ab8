package io.watchfloor.sandbox;

import java.util.Set;

/**
 * Who can sign in to the pretend tenant.
 */
public enum SandboxAccount {

	/**
	 * An analyst who sees the device groups of the workstations.
	 */
	ANALYST("ada.analyst@contoso.com", "Ada Analyst", "11111111-aaaa-4000-8000-000000000001", true, true,
			Set.of("Workstations", "Remote")),

	/**
	 * A team lead who sees every device group, and so more incidents and more alerts of
	 * the same ones.
	 */
	LEAD("lee.lead@contoso.com", "Lee Lead", "11111111-aaaa-4000-8000-000000000002", true, true,
			Set.of("Workstations", "Remote", "Servers", "Executives")),

	/**
	 * A user whose token lacks {@code Incident.Read}, so that the API answers 403.
	 */
	NO_PERMISSION("nora.noscope@contoso.com", "Nora Noscope", "11111111-aaaa-4000-8000-000000000003", false, true,
			Set.of()),

	/**
	 * A user for whom nobody consented, so that sign-in ends with AADSTS65001.
	 */
	NO_CONSENT("nils.noconsent@contoso.com", "Nils Noconsent", "11111111-aaaa-4000-8000-000000000004", true, false,
			Set.of());

	private final String username;

	private final String displayName;

	private final String objectId;

	private final boolean permitted;

	private final boolean consented;

	private final Set<String> deviceGroups;

	SandboxAccount(String username, String displayName, String objectId, boolean permitted, boolean consented,
			Set<String> deviceGroups) {
		this.username = username;
		this.displayName = displayName;
		this.objectId = objectId;
		this.permitted = permitted;
		this.consented = consented;
		this.deviceGroups = deviceGroups;
	}

	public String username() {
		return this.username;
	}

	public String displayName() {
		return this.displayName;
	}

	public String objectId() {
		return this.objectId;
	}

	/**
	 * Whether {@code Incident.Read} is in the tokens of this account.
	 */
	public boolean permitted() {
		return this.permitted;
	}

	/**
	 * Whether somebody consented to Watchfloor for this account.
	 */
	public boolean consented() {
		return this.consented;
	}

	/**
	 * The device groups whose devices, alerts and incidents this account may see.
	 */
	public Set<String> deviceGroups() {
		return this.deviceGroups;
	}

}
