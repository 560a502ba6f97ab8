package io.watchfloor.signin.api;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A cloud of Microsoft's: where its people sign in, and where its Microsoft Graph is. GCC
 * belongs to the global one.
 *
 * @see <a href="https://learn.microsoft.com/en-us/graph/deployments">National cloud
 * deployments</a>
 */
enum GraphCloud {

	GLOBAL("graph.microsoft.com", "login.microsoftonline.com", "login.microsoft.com", "login.windows.net"),

	/** GCC High. */
	US_GOVERNMENT("graph.microsoft.us", "login.microsoftonline.us"),

	/** DoD. */
	US_DEFENSE("dod-graph.microsoft.us", "login.microsoftonline.us"),

	/** Operated by 21Vianet. It has no incidents and alerts. */
	CHINA("microsoftgraph.chinacloudapi.cn", "login.chinacloudapi.cn", "login.partner.microsoftonline.cn");

	private final String graph;

	private final Set<String> authorities;

	GraphCloud(String graph, String... authorities) {
		this.graph = graph;
		this.authorities = Set.of(authorities);
	}

	/**
	 * Return the address of Microsoft Graph, with which its scopes begin.
	 */
	String graph() {
		return "https://" + this.graph;
	}

	/**
	 * Return the clouds with incidents that two addresses can belong to. An address of no
	 * cloud, such as one on loopback or of a gateway, can belong to any.
	 * @param authority where people sign in
	 * @param graph where Microsoft Graph is called
	 * @return the clouds, the global one first; none if the addresses contradict each
	 * other
	 */
	static List<GraphCloud> of(URI authority, URI graph) {
		return Arrays.stream(values())
			.filter((cloud) -> cloud != CHINA)
			.filter((cloud) -> cloud.hasAuthority(authority) || !isKnownAuthority(authority))
			.filter((cloud) -> cloud.hasGraph(graph) || !isGraph(graph))
			.toList();
	}

	/**
	 * Return the clouds whose people sign in at an address.
	 */
	static Stream<GraphCloud> ofAuthority(URI authority) {
		return Arrays.stream(values()).filter((cloud) -> cloud.hasAuthority(authority));
	}

	/**
	 * Return whether an address is that of Microsoft Graph in any cloud.
	 */
	static boolean isGraph(URI address) {
		return Arrays.stream(values()).anyMatch((cloud) -> cloud.hasGraph(address));
	}

	boolean hasGraph(URI address) {
		return this.graph.equals(host(address));
	}

	boolean hasAuthority(URI address) {
		String host = host(address);
		return host != null && this.authorities.contains(host);
	}

	private static boolean isKnownAuthority(URI address) {
		return ofAuthority(address).findAny().isPresent();
	}

	private static @Nullable String host(URI address) {
		String host = address.getHost();
		return (host != null) ? host.toLowerCase(Locale.ROOT) : null;
	}

}
