package io.watchfloor.signin.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Declares to Entra ID that this client answers claims challenges. Without it Microsoft
 * Graph sends none, and whoever lost access keeps it until the token ends.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/claims-challenge#client-capabilities">Client
 * capabilities</a>
 */
final class ClientCapability {

	private static final String ACCESS_TOKEN = "access_token";

	private ClientCapability() {
	}

	/**
	 * Add the capability to a claims request. Whatever else the request asks for stays in
	 * it.
	 * @param claims a JSON object, or {@code null} for an empty one
	 * @return the claims request as JSON
	 */
	static String addTo(@Nullable String claims) {
		JsonMapper json = JsonMapper.shared();
		ObjectNode request = (claims != null && json.readTree(claims) instanceof ObjectNode object) ? object
				: json.createObjectNode();
		ObjectNode accessToken = (request.get(ACCESS_TOKEN) instanceof ObjectNode object) ? object
				: request.putObject(ACCESS_TOKEN);
		accessToken.putObject("xms_cc").putArray("values").add("cp1");
		return request.toString();
	}

}
