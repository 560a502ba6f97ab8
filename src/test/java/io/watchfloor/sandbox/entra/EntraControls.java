package io.watchfloor.sandbox.entra;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * What tests see of the pretend Entra, and the faults that they can order from it.
 */
public final class EntraControls {

	private final SigningKeys keys;

	private final TenantAuthorizations authorizations;

	private final Consents consents = new Consents();

	private final List<RecordedRequest> authorizeRequests = new CopyOnWriteArrayList<>();

	private final List<RecordedRequest> tokenRequests = new CopyOnWriteArrayList<>();

	private final List<RecordedRequest> logoutRequests = new CopyOnWriteArrayList<>();

	private final List<RecordedRequest> userInfoRequests = new CopyOnWriteArrayList<>();

	private final Set<String> secrets = ConcurrentHashMap.newKeySet();

	private final AtomicReference<@Nullable OAuth2Error> authorizeFault = new AtomicReference<>();

	private volatile @Nullable EntraError tokenFault;

	private volatile @Nullable EntraError refreshFault;

	private volatile Duration tokenDelay = Duration.ZERO;

	private volatile @Nullable Duration accessTokenLifetime;

	private final List<String> signIns = new CopyOnWriteArrayList<>();

	private volatile IdTokenFault idTokenFault = IdTokenFault.NONE;

	private volatile boolean opaqueAccessTokens;

	private volatile boolean graphByNumber;

	private volatile Set<String> revokedAccessTokens = Set.of();

	private volatile Duration clockAhead = Duration.ZERO;

	private volatile @Nullable Reply tokenReply;

	private volatile @Nullable Reply keysReply;

	EntraControls(SigningKeys keys, TenantAuthorizations authorizations) {
		this.keys = keys;
		this.authorizations = authorizations;
	}

	/**
	 * Forget all records, faults and consents. Sessions, tokens and keys stay.
	 */
	public void reset() {
		this.consents.withdraw();
		this.authorizeRequests.clear();
		this.tokenRequests.clear();
		this.logoutRequests.clear();
		this.userInfoRequests.clear();
		this.authorizeFault.set(null);
		this.tokenFault = null;
		this.refreshFault = null;
		this.tokenDelay = Duration.ZERO;
		this.accessTokenLifetime = null;
		this.idTokenFault = IdTokenFault.NONE;
		this.signIns.clear();
		this.opaqueAccessTokens = false;
		this.graphByNumber = false;
		this.revokedAccessTokens = Set.of();
		this.clockAhead = Duration.ZERO;
		this.tokenReply = null;
		this.keysReply = null;
	}

	/**
	 * Who consented to changes of incidents.
	 */
	public Consents consents() {
		return this.consents;
	}

	/**
	 * Whatever names the sign-ins in ID tokens as {@code sid}, in the order of the
	 * tokens.
	 */
	public List<String> signIns() {
		return List.copyOf(this.signIns);
	}

	void signedIn(String sid) {
		this.signIns.add(sid);
	}

	/**
	 * The authorization requests, oldest first, each once however often the account page
	 * sent it round.
	 */
	public List<RecordedRequest> authorizeRequests() {
		return List.copyOf(this.authorizeRequests);
	}

	/**
	 * The token requests, oldest first.
	 */
	public List<RecordedRequest> tokenRequests() {
		return List.copyOf(this.tokenRequests);
	}

	/**
	 * The requests to the end-session endpoint, oldest first.
	 */
	public List<RecordedRequest> logoutRequests() {
		return List.copyOf(this.logoutRequests);
	}

	/**
	 * The UserInfo requests, all of them refused; a client of Defender's API makes none.
	 */
	public List<RecordedRequest> userInfoRequests() {
		return List.copyOf(this.userInfoRequests);
	}

	/**
	 * Whatever must stay secret: the codes and tokens that were ever handed out, and the
	 * secrets, assertions and verifiers that came in.
	 */
	public Set<String> secrets() {
		Set<String> all = new HashSet<>(this.secrets);
		all.addAll(this.authorizations.issued());
		return all;
	}

	/**
	 * How many of the token requests were refreshes.
	 */
	public long refreshes() {
		return this.tokenRequests.stream()
			.filter((request) -> "refresh_token".equals(request.parameter("grant_type")))
			.count();
	}

	/**
	 * Let the next authorization request end at the redirect URI with an error.
	 * @param error the error
	 */
	public void failNextAuthorize(EntraError error) {
		failNextAuthorize(error.error(), error.message(""));
	}

	/**
	 * Let the next authorization request end at the redirect URI with an error of any
	 * words.
	 * @param error the OAuth error, such as {@code access_denied}
	 * @param description the description; trace and correlation id are added
	 */
	public void failNextAuthorize(String error, String description) {
		this.authorizeFault.set(new OAuth2Error(error, description, null));
	}

	/**
	 * Refuse every token request from now on.
	 * @param error the error, or {@code null} for none any more
	 */
	public void refuseTokens(@Nullable EntraError error) {
		this.tokenFault = error;
	}

	/**
	 * Refuse every refresh from now on.
	 * @param error the error, or {@code null} for none any more
	 */
	public void refuseRefresh(@Nullable EntraError error) {
		this.refreshFault = error;
	}

	/**
	 * Let the token endpoint answer late.
	 * @param delay how late
	 */
	public void delayTokens(Duration delay) {
		this.tokenDelay = delay;
	}

	/**
	 * Say how long access tokens last.
	 * @param lifetime at least a second; {@code null} for Entra's own 60 to 90 minutes
	 */
	public void accessTokenLifetime(@Nullable Duration lifetime) {
		this.accessTokenLifetime = lifetime;
	}

	/**
	 * Spoil the ID tokens from now on.
	 * @param fault what is to be wrong with them
	 */
	public void spoilIdTokens(IdTokenFault fault) {
		this.idTokenFault = fault;
	}

	/**
	 * Hand out access tokens that cannot be read.
	 * @param opaque whether to
	 */
	public void opaqueAccessTokens(boolean opaque) {
		this.opaqueAccessTokens = opaque;
	}

	/**
	 * Name Microsoft Graph in its tokens by its number instead of its address. Real
	 * tokens do either.
	 * @param byNumber whether to
	 */
	public void nameGraphByNumber(boolean byNumber) {
		this.graphByNumber = byNumber;
	}

	/**
	 * Let the tenant's clock differ.
	 * @param difference how far it is ahead of this machine's, below zero for behind
	 */
	public void clockAhead(Duration difference) {
		this.clockAhead = difference;
	}

	/**
	 * Answer every token request with something else from now on.
	 * @param reply the answer, or {@code null} for the proper one
	 */
	public void replyToTokens(@Nullable Reply reply) {
		this.tokenReply = reply;
	}

	/**
	 * Answer every request for the keys with something else from now on.
	 * @param reply the answer, or {@code null} for the proper one
	 */
	public void replyToKeys(@Nullable Reply reply) {
		this.keysReply = reply;
	}

	/**
	 * Sign with a new key from now on. The old one is no longer published.
	 */
	public void rollKeysOver() {
		this.keys.rollOver();
	}

	/**
	 * Revoke all refresh tokens: using one is refused with AADSTS50173.
	 */
	public void revokeRefreshTokens() {
		this.authorizations.revokeRefreshTokens();
	}

	/**
	 * Revoke the access tokens that were handed out so far. Microsoft Graph then answers
	 * with a claims challenge to clients that declared that they can answer one; with the
	 * others, and at the Defender API, a token is good until it expires.
	 *
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-continuous-access-evaluation">Continuous
	 * access evaluation</a>
	 */
	public void revokeAccessTokens() {
		this.revokedAccessTokens = this.authorizations.issued();
	}

	boolean revoked(String accessToken) {
		return this.revokedAccessTokens.contains(accessToken);
	}

	void recordSecrets(Collection<String> values) {
		this.secrets.addAll(values);
	}

	void recordAuthorize(RecordedRequest request) {
		this.authorizeRequests.add(request);
	}

	void recordToken(RecordedRequest request) {
		this.tokenRequests.add(request);
	}

	void recordLogout(RecordedRequest request) {
		this.logoutRequests.add(request);
	}

	void recordUserInfo(RecordedRequest request) {
		this.userInfoRequests.add(request);
	}

	@Nullable OAuth2Error takeAuthorizeFault() {
		return this.authorizeFault.getAndSet(null);
	}

	@Nullable EntraError tokenFault(boolean refresh) {
		EntraError fault = this.refreshFault;
		return (refresh && fault != null) ? fault : this.tokenFault;
	}

	Duration tokenDelay() {
		return this.tokenDelay;
	}

	Duration nextAccessTokenLifetime() {
		Duration lifetime = this.accessTokenLifetime;
		return (lifetime != null) ? lifetime
				: Duration.ofSeconds(ThreadLocalRandom.current().nextInt(60 * 60, 90 * 60 + 1));
	}

	IdTokenFault idTokenFault() {
		return this.idTokenFault;
	}

	boolean graphByNumber() {
		return this.graphByNumber;
	}

	boolean opaque() {
		return this.opaqueAccessTokens;
	}

	Duration clockAhead() {
		return this.clockAhead;
	}

	@Nullable Reply reply(String path) {
		return switch (path) {
			case EntraTenant.TOKEN -> this.tokenReply;
			case EntraTenant.KEYS -> this.keysReply;
			default -> null;
		};
	}

	/**
	 * An answer in place of the proper one.
	 *
	 * @param status the HTTP status
	 * @param contentType the content type
	 * @param body the body
	 * @param endless whether the body comes again and again, as long as somebody reads it
	 */
	public record Reply(int status, String contentType, String body, boolean endless) {

		public Reply(int status, String contentType, String body) {
			this(status, contentType, body, false);
		}

	}

}
