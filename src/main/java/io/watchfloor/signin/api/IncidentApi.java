package io.watchfloor.signin.api;

import java.util.Collection;
import java.util.List;

/**
 * An API of Microsoft's from which incidents are read, with the delegated permissions
 * that this takes.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/defender-xdr/api-list-incidents">Defender XDR: list
 * incidents</a>
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/security-list-incidents">Microsoft Graph:
 * list incidents</a>
 */
public enum IncidentApi {

	/**
	 * The API of Microsoft Defender XDR, whose application in Entra ID is called
	 * Microsoft Threat Protection.
	 */
	DEFENDER("the Defender API", "8ee8fdad-f234-4243-8f3b-15c294843740", "DEFENDER_API_SCOPE", "Incident.ReadWrite",
			"Incident.Read"),

	/**
	 * Microsoft Graph, whose permissions only an administrator can grant.
	 */
	GRAPH("Microsoft Graph", "00000003-0000-0000-c000-000000000000", "GRAPH_API_SCOPES",
			"SecurityIncident.ReadWrite.All", "SecurityIncident.Read.All", "SecurityAlert.Read.All");

	private final String label;

	private final String applicationId;

	private final String scopeSetting;

	private final String writePermission;

	private final List<String> permissions;

	IncidentApi(String label, String applicationId, String scopeSetting, String writePermission,
			String... permissions) {
		this.label = label;
		this.applicationId = applicationId;
		this.scopeSetting = scopeSetting;
		this.writePermission = writePermission;
		this.permissions = List.of(permissions);
	}

	/**
	 * Return the name to use within a sentence.
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return the API's application id in Entra ID, which may be the audience of its
	 * tokens.
	 */
	public String applicationId() {
		return this.applicationId;
	}

	/**
	 * Return the environment variable that names the scopes to ask for.
	 */
	public String scopeSetting() {
		return this.scopeSetting;
	}

	/**
	 * Return the delegated permissions that reading incidents takes.
	 * @return their names without the API's address, at least one
	 */
	public List<String> permissions() {
		return this.permissions;
	}

	/**
	 * Return the delegated permission that changing incidents takes.
	 * @return its name without the API's address
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/defender-xdr/api-update-incidents">Defender XDR:
	 * update incident</a>
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/graph/api/security-incident-update">Microsoft
	 * Graph: update incident</a>
	 */
	public String writePermission() {
		return this.writePermission;
	}

	/**
	 * Return the permissions that are missing. One that permits writing as well includes
	 * the one that permits reading alone.
	 * @param granted the names of the permissions that there are
	 * @return the names of those that are missing
	 */
	public List<String> missing(Collection<String> granted) {
		return this.permissions.stream()
			.filter((permission) -> !granted.contains(permission)
					&& !granted.contains(permission.replace(".Read", ".ReadWrite")))
			.toList();
	}

}
