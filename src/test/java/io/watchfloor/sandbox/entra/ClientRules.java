package io.watchfloor.sandbox.entra;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * What Entra wants of a token request before it looks at any credential. Takes over the
 * one case that Spring Authorization Server does not have: a public client that
 * refreshes.
 */
final class ClientRules implements AuthenticationConverter {

	private static final Set<String> GRANT_TYPES = Set.of("authorization_code", "refresh_token");

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		String grantType = require(request, "grant_type");
		if (!GRANT_TYPES.contains(grantType)) {
			throw new EntraRefusal(EntraError.GRANT_TYPE, grantType);
		}
		String clientId = clientId(request);
		checkCredential(client(clientId), request);
		if ("authorization_code".equals(grantType)) {
			require(request, "code");
			require(request, "redirect_uri");
			require(request, "code_verifier");
			return null;
		}
		require(request, "refresh_token");
		return (client(clientId) != EntraClient.PUBLIC) ? null : new OAuth2ClientAuthenticationToken(clientId,
				ClientAuthenticationMethod.NONE, null, Map.of("grant_type", grantType));
	}

	private static void checkCredential(EntraClient client, HttpServletRequest request) {
		boolean secret = request.getHeader("Authorization") != null || request.getParameter("client_secret") != null;
		boolean assertion = request.getParameter("client_assertion") != null;
		if (client == EntraClient.PUBLIC) {
			if (secret || assertion) {
				throw new EntraRefusal(EntraError.PUBLIC_WITH_CREDENTIAL);
			}
		}
		else if (secret == assertion) {
			throw new EntraRefusal(secret ? EntraError.MALFORMED : EntraError.NO_CREDENTIAL);
		}
		else if (assertion != (client == EntraClient.CERTIFICATE)) {
			throw new EntraRefusal(secret ? EntraError.SECRET : EntraError.ASSERTION_SIGNATURE,
					"The key was not found");
		}
	}

	private static EntraClient client(String id) {
		return Arrays.stream(EntraClient.values())
			.filter((client) -> client.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new EntraRefusal(EntraError.UNKNOWN_CLIENT, id));
	}

	private static String clientId(HttpServletRequest request) {
		return basicUser(request).orElseGet(() -> require(request, "client_id"));
	}

	private static Optional<String> basicUser(HttpServletRequest request) {
		String header = request.getHeader("Authorization");
		if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
			return Optional.empty();
		}
		try {
			String text = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
			return Optional.of(text.split(":", 2)[0]);
		}
		catch (IllegalArgumentException ex) {
			throw new EntraRefusal(EntraError.MALFORMED);
		}
	}

	private static String require(HttpServletRequest request, String name) {
		String[] values = request.getParameterValues(name);
		if (values == null || values[0].isBlank()) {
			throw new EntraRefusal(EntraError.MISSING_PARAMETER, name);
		}
		if (values.length > 1) {
			throw new EntraRefusal(EntraError.MALFORMED);
		}
		return values[0];
	}

}
