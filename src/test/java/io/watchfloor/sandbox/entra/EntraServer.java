package io.watchfloor.sandbox.entra;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.sandbox.AccessTokens;

import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Wires the pretend Entra. It carries no stereotype on purpose: the application scans
 * this package when it runs from the tests, and must not find it.
 */
public class EntraServer {

	private final EntraTenant tenant;

	private final SigningKeys keys = new SigningKeys();

	private final TenantAuthorizations authorizations = new TenantAuthorizations();

	private final EntraControls controls = new EntraControls(this.keys, this.authorizations);

	private final TokenErrors tokenErrors = new TokenErrors();

	private final TokenClaims claims;

	private final AuthorizeErrors authorizeErrors;

	private final RegisteredClientRepository clients;

	EntraServer(EntraTenant tenant) {
		this.tenant = tenant;
		this.claims = new TokenClaims(tenant, this.controls);
		this.authorizeErrors = new AuthorizeErrors(tenant);
		this.clients = new InMemoryRegisteredClientRepository(
				Arrays.stream(EntraClient.values()).map(this::registration).toList());
	}

	@Bean
	EntraControls entraControls() {
		return this.controls;
	}

	@Bean
	AccessTokens accessTokens() {
		return new BearerTokens(this.tenant, this.keys, this.authorizations, this.claims, this.controls);
	}

	@Bean
	PasswordEncoder clientSecrets() {
		return new PlainSecrets();
	}

	@Bean
	RouterFunction<ServerResponse> entraRoutes() {
		return new EntraRoutes(this.tenant, this.keys).routes();
	}

	@Bean
	@Order(1)
	SecurityFilterChain entra(HttpSecurity http) throws Exception {
		return open(http.securityMatcher("/" + EntraTenant.ID + "/**"))
			.with(new OAuth2AuthorizationServerConfigurer(), this::authorizationServer)
			.oauth2ResourceServer((resource) -> resource.jwt((jwt) -> jwt.decoder(EntraServer::refuseBearer)))
			.addFilterBefore(new SignInFilter(this.controls, new ConsentStep(this.tenant, this.controls.consents()),
					this.authorizeErrors), AuthorizationFilter.class)
			.build();
	}

	/** Everything beside Entra checks for itself who calls. */
	@Bean
	@Order(2)
	SecurityFilterChain others(HttpSecurity http) throws Exception {
		return open(http).build();
	}

	private HttpSecurity open(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.csrf((csrf) -> csrf.ignoringRequestMatchers(AnyRequestMatcher.INSTANCE))
			.logout((logout) -> logout.disable())
			.requestCache((cache) -> cache.disable())
			.addFilterBefore(new RequestRecorder(this.controls, this.tokenErrors), SecurityContextHolderFilter.class);
	}

	/**
	 * Spring Authorization Server insists on a decoder for its UserInfo endpoint, which
	 * is at an address that Entra does not have.
	 */
	private static Jwt refuseBearer(String token) {
		throw new BadJwtException("No token is good here");
	}

	private void authorizationServer(OAuth2AuthorizationServerConfigurer server) {
		server.authorizationServerSettings(AuthorizationServerSettings.builder()
			.authorizationEndpoint(EntraTenant.AUTHORIZE)
			.tokenEndpoint(EntraTenant.TOKEN)
			.build());
		server.registeredClientRepository(this.clients);
		server.authorizationService(this.authorizations);
		server.tokenGenerator(new TenantTokens(this.keys, this.controls, this.claims));
		server.oidc(Customizer.withDefaults());
		server.clientAuthentication((client) -> client.authenticationConverter(new ClientRules())
			.authenticationProvider(new PublicRefresh(this.clients))
			.authenticationProviders(this::checkAssertions)
			.errorResponseHandler(this.tokenErrors));
		server.authorizationEndpoint((endpoint) -> endpoint.authenticationProviders(this::checkRequests)
			.errorResponseHandler(this.authorizeErrors));
		server.tokenEndpoint((endpoint) -> endpoint.authenticationProviders(this::checkGrants)
			.accessTokenResponseHandler(tokenResponse())
			.errorResponseHandler(this.tokenErrors));
	}

	private void checkAssertions(List<AuthenticationProvider> providers) {
		for (AuthenticationProvider provider : providers) {
			if (provider instanceof JwtClientAssertionAuthenticationProvider assertions) {
				assertions.setJwtDecoderFactory(new ClientAssertions(this.tenant));
			}
		}
	}

	private void checkRequests(List<AuthenticationProvider> providers) {
		for (AuthenticationProvider provider : providers) {
			if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
				requests.setAuthenticationValidator(new AuthorizeRules(this.tenant));
			}
		}
	}

	private void checkGrants(List<AuthenticationProvider> providers) {
		providers.replaceAll((provider) -> {
			if (provider instanceof OAuth2AuthorizationCodeAuthenticationProvider) {
				return new CodeRules(provider, this.authorizations, this.tenant);
			}
			return (provider instanceof OAuth2RefreshTokenAuthenticationProvider)
					? new RefreshRules(provider, this.authorizations, this.tenant) : provider;
		});
	}

	private OAuth2AccessTokenResponseAuthenticationSuccessHandler tokenResponse() {
		OAuth2AccessTokenResponseAuthenticationSuccessHandler handler = new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
		handler.setAccessTokenResponseCustomizer(this::likeEntra);
		return handler;
	}

	private void likeEntra(OAuth2AccessTokenAuthenticationContext context) {
		OAuth2AccessTokenAuthenticationToken granted = context.getAuthentication();
		OAuth2Authorization authorization = Objects.requireNonNull(this.authorizations
			.findByToken(granted.getAccessToken().getTokenValue(), OAuth2TokenType.ACCESS_TOKEN));
		Map<String, Object> parameters = new HashMap<>(granted.getAdditionalParameters());
		parameters.put("ext_expires_in", this.controls.nextAccessTokenLifetime().toSeconds());
		context.getAccessTokenResponse()
			.scopes(this.claims.scopes(TenantAuthorizations.account(authorization).account(),
					authorization.getAuthorizedScopes()))
			.additionalParameters(parameters);
	}

	private RegisteredClient registration(EntraClient client) {
		RegisteredClient.Builder registration = RegisteredClient.withId(client.name())
			.clientId(client.id())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.redirectUri("http://localhost/never-used")
			.clientSettings(ClientSettings.builder()
				.requireProofKey(true)
				.tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.PS256)
				.build())
			.tokenSettings(TokenSettings.builder()
				.reuseRefreshTokens(false)
				.authorizationCodeTimeToLive(Duration.ofMinutes(10))
				.build());
		return switch (client) {
			case SECRET -> registration.clientSecret(this.tenant.secret())
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
				.build();
			case CERTIFICATE ->
				registration.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT).build();
			case PUBLIC -> registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build();
		};
	}

}
