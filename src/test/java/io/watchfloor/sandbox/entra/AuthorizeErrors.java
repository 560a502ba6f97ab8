package io.watchfloor.sandbox.entra;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a refused authorization request ends: on a page of Entra's as long as it is not
 * certain where it came from, else at the redirect URI.
 */
final class AuthorizeErrors implements AuthenticationFailureHandler {

	private static final String PARAMETER = "OAuth 2.0 Parameter: ";

	private final EntraTenant tenant;

	AuthorizeErrors(EntraTenant tenant) {
		this.tenant = tenant;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		OAuth2Error error = ((OAuth2AuthenticationException) exception).getError();
		EntraRefusal refusal = (exception instanceof EntraRefusal ours) ? ours : null;
		String description = Objects.toString(error.getDescription(), error.getErrorCode());
		if (refusal == null && description.startsWith(PARAMETER)) {
			refusal = byParameter(request, description.substring(PARAMETER.length()));
			error = refusal.getError();
		}
		String redirectUri = request.getParameter("redirect_uri");
		String text = new ErrorStamp().appendTo(Objects.toString(error.getDescription(), error.getErrorCode()));
		if ((refusal != null && refusal.reason().onPage()) || redirectUri == null
				|| !this.tenant.registered(redirectUri)) {
			EntraPages.send(response, 400, EntraPages.error(text));
			return;
		}
		response.sendRedirect(address(request, redirectUri, error.getErrorCode(), text));
	}

	private static String address(HttpServletRequest request, String redirectUri, String error, String description) {
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(redirectUri)
			.queryParam("error", "{error}")
			.queryParam("error_description", "{description}");
		String state = request.getParameter("state");
		if (state == null) {
			return address.encode().buildAndExpand(error, description).toUriString();
		}
		return address.queryParam("state", "{state}").encode().buildAndExpand(error, description, state).toUriString();
	}

	private static EntraRefusal byParameter(HttpServletRequest request, String name) {
		String value = request.getParameter(name);
		if (value == null || value.isBlank()) {
			return new EntraRefusal(EntraError.MISSING_PARAMETER, name);
		}
		return switch (name) {
			case "client_id" -> new EntraRefusal(EntraError.UNKNOWN_CLIENT, value);
			case "response_type" -> new EntraRefusal(EntraError.RESPONSE_TYPE, value);
			default -> new EntraRefusal(EntraError.MALFORMED);
		};
	}

}
