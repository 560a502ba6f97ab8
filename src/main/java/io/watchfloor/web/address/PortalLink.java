package io.watchfloor.web.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Makes links to an incident's page in the Defender portal.
 */
public final class PortalLink {

	private static final Set<String> HOSTS = Set.of("security.microsoft.com", "security.microsoft.us");

	private PortalLink() {
	}

	/**
	 * Return the address of an incident in the Defender portal.
	 * @param incident the incident, whose own address is used only if it is the portal's
	 * @param tenantId the tenant that it belongs to
	 * @return an https address of the portal
	 */
	public static String of(Incident incident, String tenantId) {
		String named = ofPortal(incident.portalUrl());
		return (named != null) ? named
				: UriComponentsBuilder.fromUriString("https://security.microsoft.com/incidents/{id}?tid={tenant}")
					.encode()
					.buildAndExpand(incident.id(), tenantId)
					.toUriString();
	}

	/**
	 * Return the template of the addresses of a tenant's incidents in the Defender
	 * portal.
	 * @param tenantId the tenant
	 * @return an https address of the portal with {@code {id}} for the number
	 */
	public static String template(String tenantId) {
		return "https://security.microsoft.com/incidents/{id}?tid="
				+ URLEncoder.encode(tenantId, StandardCharsets.UTF_8);
	}

	private static @Nullable String ofPortal(@Nullable String url) {
		if (url == null) {
			return null;
		}
		try {
			URI uri = new URI(url.strip());
			boolean portal = "https".equals(uri.getScheme()) && HOSTS.contains(String.valueOf(uri.getHost()))
					&& uri.getUserInfo() == null && uri.getPort() == -1;
			return (portal) ? uri.toASCIIString() : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
