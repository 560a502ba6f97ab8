package io.watchfloor.sandbox.entra;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.watchfloor.sandbox.SandboxApi;
import org.jspecify.annotations.Nullable;

/**
 * The pretend tenant: its addresses, what its app registrations have in common, and the
 * scopes it knows.
 */
public final class EntraTenant {

	/** The tenant's id. */
	public static final String ID = "33333333-aaaa-4000-8000-000000000000";

	static final String AUTHORIZE = "/" + ID + "/oauth2/v2.0/authorize";

	static final String TOKEN = "/" + ID + "/oauth2/v2.0/token";

	static final String LOGOUT = "/" + ID + "/oauth2/v2.0/logout";

	static final String LOGIN = "/" + ID + "/login";

	static final String CONSENT = "/" + ID + "/consent";

	static final String KEYS = "/" + ID + "/discovery/v2.0/keys";

	static final String DISCOVERY = "/" + ID + "/v2.0/.well-known/openid-configuration";

	static final String USER_INFO = "/oidc/userinfo";

	static final Set<String> IDENTITY_SCOPES = Set.of("openid", "profile", "offline_access", "email");

	/**
	 * The same for every tenant of this process: making one takes more than a second
	 * without the optimizing compiler.
	 */
	private static final ClientCertificate CERTIFICATE = ClientCertificate.create("Watchfloor sandbox");

	private final String secret = "sandbox~" + UUID.randomUUID();

	private final Set<String> redirects = ConcurrentHashMap.newKeySet();

	private @Nullable volatile String origin;

	/**
	 * Say where the tenant is reached, once its server listens.
	 * @param origin scheme, host and port
	 */
	public void openAt(String origin) {
		this.origin = origin;
	}

	/**
	 * Register a redirect URI, for all clients and for sign-in and sign-out alike.
	 * @param uri the exact address
	 */
	public void register(String uri) {
		this.redirects.add(uri);
	}

	/**
	 * The secret of the client that has one.
	 */
	public String secret() {
		return this.secret;
	}

	/**
	 * The certificate of the client that has one.
	 */
	public ClientCertificate certificate() {
		return CERTIFICATE;
	}

	String origin() {
		return Objects.requireNonNull(this.origin, "The sandbox does not listen yet");
	}

	String at(String path) {
		return origin() + path;
	}

	String issuer() {
		return at("/" + ID + "/v2.0");
	}

	boolean registered(@Nullable String uri) {
		return uri != null && this.redirects.contains(uri);
	}

	boolean isResourceScope(String scope) {
		return apiOf(scope) != null;
	}

	/**
	 * The API that a scope is of. A short name means Microsoft Graph.
	 * @return the API, or {@code null} for a scope that none has
	 */
	@Nullable SandboxApi apiOf(String scope) {
		if (has(SandboxApi.GRAPH, scope)) {
			return SandboxApi.GRAPH;
		}
		String name = scope.substring(scope.lastIndexOf('/') + 1);
		return Arrays.stream(SandboxApi.values())
			.filter((api) -> has(api, name) && scope.equals(api.resource() + '/' + name))
			.findFirst()
			.orElse(null);
	}

	private static boolean has(SandboxApi api, String name) {
		return api.scopes().contains(name) || api.writeScope().equals(name);
	}

	/**
	 * Whether a scope permits changes of incidents.
	 */
	boolean isWriteScope(String scope) {
		SandboxApi api = apiOf(scope);
		return api != null && api.writeScope().equals(scope.substring(scope.lastIndexOf('/') + 1));
	}

	/**
	 * Whether a scope names one of the APIs, be it one that the API does not have.
	 */
	boolean namesResource(String scope) {
		return Arrays.stream(SandboxApi.values()).anyMatch((api) -> scope.startsWith(api.resource() + '/'));
	}

	/**
	 * The APIs that scopes are of.
	 */
	Set<SandboxApi> apisOf(Collection<String> scopes) {
		return scopes.stream().map(this::apiOf).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
	}

	boolean knows(String scope) {
		return IDENTITY_SCOPES.contains(scope) || isResourceScope(scope);
	}

}
