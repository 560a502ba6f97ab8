package io.watchfloor.sandbox.entra;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.watchfloor.sandbox.SandboxAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What Entra answers besides authorization and tokens: discovery, keys, UserInfo, the
 * buttons of its pages, and sign-out.
 */
final class EntraRoutes {

	private final EntraTenant tenant;

	private final SigningKeys keys;

	EntraRoutes(EntraTenant tenant, SigningKeys keys) {
		this.tenant = tenant;
		this.keys = keys;
	}

	RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route()
			.GET(EntraTenant.DISCOVERY, (request) -> json(HttpStatus.OK, discovery()))
			.GET(EntraTenant.KEYS, (request) -> json(HttpStatus.OK, this.keys.published().toJSONObject()))
			.GET(EntraTenant.USER_INFO, (request) -> userInfo())
			.POST(EntraTenant.USER_INFO, (request) -> userInfo())
			.POST(EntraTenant.LOGIN, this::login)
			.POST(EntraTenant.CONSENT, this::consent)
			.GET(EntraTenant.LOGOUT, this::logout)
			.GET("/sandbox.css",
					(request) -> ServerResponse.ok().contentType(MediaType.valueOf("text/css")).body(EntraPages.STYLE))
			.GET("/{tenant}/v2.0/.well-known/openid-configuration", EntraRoutes::unknownTenant)
			.GET("/{tenant}/oauth2/v2.0/authorize", EntraRoutes::unknownTenant)
			.POST("/{tenant}/oauth2/v2.0/token", EntraRoutes::unknownTenant)
			.build();
	}

	private static ServerResponse json(HttpStatus status, Map<String, ?> body) {
		return ServerResponse.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
	}

	private Map<String, Object> discovery() {
		return Map.ofEntries(Map.entry("issuer", this.tenant.issuer()),
				Map.entry("authorization_endpoint", this.tenant.at(EntraTenant.AUTHORIZE)),
				Map.entry("token_endpoint", this.tenant.at(EntraTenant.TOKEN)),
				Map.entry("end_session_endpoint", this.tenant.at(EntraTenant.LOGOUT)),
				Map.entry("jwks_uri", this.tenant.at(EntraTenant.KEYS)),
				Map.entry("userinfo_endpoint", this.tenant.at(EntraTenant.USER_INFO)),
				Map.entry("token_endpoint_auth_methods_supported",
						List.of("client_secret_post", "private_key_jwt", "client_secret_basic")),
				Map.entry("response_modes_supported", List.of("query", "fragment", "form_post")),
				Map.entry("response_types_supported", List.of("code", "id_token", "code id_token", "id_token token")),
				Map.entry("subject_types_supported", List.of("pairwise")),
				Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
				Map.entry("scopes_supported", List.of("openid", "profile", "email", "offline_access")),
				Map.entry("claims_supported",
						List.of("sub", "iss", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid",
								"ver")),
				Map.entry("request_uri_parameter_supported", false), Map.entry("http_logout_supported", true),
				Map.entry("frontchannel_logout_supported", true), Map.entry("tenant_region_scope", "EU"));
	}

	/** Graph's UserInfo takes Graph's tokens only. */
	private static ServerResponse userInfo() {
		return json(HttpStatus.UNAUTHORIZED, Map.of("error", Map.of("code", "InvalidAuthenticationToken", "message",
				"Access token validation failure. Invalid audience.")));
	}

	private ServerResponse login(ServerRequest request) {
		String query = request.param("query").orElse("");
		HttpServletRequest servletRequest = request.servletRequest();
		HttpSession session = servletRequest.getSession();
		servletRequest.changeSessionId();
		boolean cancelled = request.param("cancel").isPresent();
		session.setAttribute(AccountChoice.ATTRIBUTE,
				new AccountChoice(query, cancelled ? AccountChoice.Button.CANCEL : AccountChoice.Button.ACCOUNT));
		if (!cancelled) {
			SandboxAccount account = SandboxAccount.find(request.param("account").orElseThrow());
			session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
					new SecurityContextImpl(new AccountAuthentication(account)));
		}
		return seeOther(this.tenant.at(EntraTenant.AUTHORIZE) + "?" + query);
	}

	private ServerResponse consent(ServerRequest request) {
		String query = request.param("query").orElse("");
		AccountChoice.Button answer = AccountChoice.Button.valueOf(request.param("answer").orElseThrow());
		request.servletRequest().getSession().setAttribute(AccountChoice.ATTRIBUTE, new AccountChoice(query, answer));
		return seeOther(this.tenant.at(EntraTenant.AUTHORIZE) + "?" + query);
	}

	private ServerResponse logout(ServerRequest request) {
		HttpSession session = request.servletRequest().getSession(false);
		if (session != null) {
			session.invalidate();
		}
		String target = request.param("post_logout_redirect_uri").orElse(null);
		if (target == null || !this.tenant.registered(target)) {
			return ServerResponse.ok()
				.contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
				.body(EntraPages.signedOut());
		}
		return seeOther(withState(target, request.param("state").orElse(null)));
	}

	private static String withState(String target, @Nullable String state) {
		if (state == null) {
			return target;
		}
		return UriComponentsBuilder.fromUriString(target)
			.queryParam("state", "{state}")
			.encode()
			.buildAndExpand(state)
			.toUriString();
	}

	private static ServerResponse seeOther(String address) {
		return ServerResponse.status(HttpStatus.FOUND).location(URI.create(address)).build();
	}

	private static ServerResponse unknownTenant(ServerRequest request) {
		EntraError error = EntraError.UNKNOWN_TENANT;
		return json(HttpStatus.BAD_REQUEST,
				Map.of("error", "invalid_tenant", "error_description",
						new ErrorStamp().appendTo(error.message(request.pathVariable("tenant"))), "error_codes",
						List.of(error.number())));
	}

}
