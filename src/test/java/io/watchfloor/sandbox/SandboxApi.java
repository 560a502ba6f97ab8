package io.watchfloor.sandbox;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The two APIs that serve the pretend tenant's incidents.
 */
public enum SandboxApi {

	/**
	 * The Defender XDR API.
	 */
	DEFENDER("https://api.security.microsoft.com", "https://api.security.microsoft.com", Set.of("Incident.Read"),
			"Incident.ReadWrite", "Machine.Read"),

	/**
	 * Microsoft Graph.
	 */
	GRAPH("https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000",
			Set.of("SecurityIncident.Read.All", "SecurityAlert.Read.All"), "SecurityIncident.ReadWrite.All",
			"User.Read");

	private final String resource;

	private final String id;

	private final Set<String> scopes;

	private final String writeScope;

	private final String otherScope;

	SandboxApi(String resource, String id, Set<String> scopes, String writeScope, String otherScope) {
		this.resource = resource;
		this.id = id;
		this.scopes = scopes;
		this.writeScope = writeScope;
		this.otherScope = otherScope;
	}

	/**
	 * The API that Watchfloor is to read, by the environment variable
	 * {@code SANDBOX_SOURCE}; where that leaves it open, by Watchfloor's own
	 * {@code WATCHFLOOR_SOURCE}.
	 * @return Microsoft Graph for {@code graph}, otherwise the Defender API
	 */
	public static SandboxApi chosen() {
		String source = System.getenv("SANDBOX_SOURCE");
		return (source == null || source.strip().equalsIgnoreCase("both")) ? named(System.getenv("WATCHFLOOR_SOURCE"))
				: named(source);
	}

	/**
	 * Find an API by a word.
	 * @param source {@code graph}, {@code defender} or {@code both}; {@code null} or
	 * empty for {@code both}
	 * @return Microsoft Graph for {@code graph}, otherwise the Defender API
	 * @throws IllegalArgumentException when it is another word
	 */
	static SandboxApi named(@Nullable String source) {
		return switch ((source != null) ? source.strip().toLowerCase(Locale.ROOT) : "both") {
			case "graph" -> GRAPH;
			case "", "defender", "both" -> DEFENDER;
			default -> throw new IllegalArgumentException(
					"SANDBOX_SOURCE is 'defender', 'graph' or 'both', not '" + source + "'.");
		};
	}

	/**
	 * The audience of its tokens, which is also what its scopes begin with.
	 */
	public String resource() {
		return this.resource;
	}

	/**
	 * The audience of its tokens when it was asked for by short names of scopes.
	 */
	public String id() {
		return this.id;
	}

	/**
	 * What can be asked of it to read, in short names.
	 */
	public Set<String> scopes() {
		return this.scopes;
	}

	/**
	 * What can be asked of it to change incidents, which includes reading them, by its
	 * short name.
	 */
	public String writeScope() {
		return this.writeScope;
	}

	/**
	 * The scope that accounts get who lack the permission to read incidents.
	 */
	public String otherScope() {
		return this.otherScope;
	}

}
