package io.watchfloor.sandbox.entra;

/**
 * What the pretend Entra refuses, by the OAuth error, the number and the words of the
 * real one.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes">Error
 * codes</a>
 */
public enum EntraError {

	/** The redirect URI is not registered; the browser stays on Entra's page. */
	REDIRECT_URI(400, "invalid_request", 50011,
			"The redirect URI '%s' specified in the request does not match the redirect URIs configured for the application.",
			true),

	/** The client id is unknown in the tenant. */
	UNKNOWN_CLIENT(400, "unauthorized_client", 700016,
			"Application with identifier '%s' was not found in the directory.", true),

	/** The tenant is unknown. */
	UNKNOWN_TENANT(400, "invalid_request", 90002, "Tenant '%s' not found.", true),

	/** A parameter is missing. */
	MISSING_PARAMETER(400, "invalid_request", 900144, "The request body must contain the following parameter: '%s'.",
			false),

	/** The response type is not {@code code}. */
	RESPONSE_TYPE(400, "unsupported_response_type", 700054, "response_type '%s' is not enabled for the application.",
			true),

	/** The authorization request carries no PKCE challenge by S256. */
	NO_CHALLENGE(400, "invalid_request", 9002325,
			"Proof Key for Code Exchange is required for cross-origin authorization code redemption.", false),

	/** The request cannot be read. */
	MALFORMED(400, "invalid_request", 9002313, "Invalid request. Request is malformed or invalid.", false),

	/** A scope is not known, or names another resource. */
	SCOPE(400, "invalid_scope", 70011,
			"The provided request must include a 'scope' input parameter. The scope '%s' is not valid.", false),

	/** A resource does not have a scope that was asked of it. */
	UNKNOWN_SCOPE(400, "invalid_client", 650053,
			"The application 'Watchfloor' asked for scope '%s' that doesn't exist on the resource.", false),

	/**
	 * The scopes are of two resources. People may consent to both at once; a token is for
	 * one.
	 */
	TWO_RESOURCES(400, "invalid_scope", 28000,
			"Provided value for the input parameter scope is not valid because it contains more than one resource. Scope %s is not valid.",
			false),

	/** Nobody consented for this account. */
	CONSENT(400, "consent_required", 65001,
			"The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.",
			false),

	/** The user pressed cancel. */
	DECLINED(400, "access_denied", 65004, "User declined to consent to access the app.", false),

	/** An administrator has to consent. */
	ADMIN_CONSENT(400, "access_denied", 90094,
			"An administrator of the tenant has set a policy that prevents you from granting the application these permissions.",
			false),

	/** The account is not assigned to the enterprise application. */
	NOT_ASSIGNED(400, "access_denied", 50105, "The signed in user is not assigned to a role for the application.",
			false),

	/** {@code prompt=none} without a session. */
	NO_SESSION(400, "login_required", 50058, "A silent sign-in request was sent but no user is signed in.", false),

	/** A policy of Conditional Access blocks the sign-in. */
	BLOCKED(400, "invalid_grant", 53003, "Access has been blocked by Conditional Access policies.", false),

	/** The API's service principal is not in the tenant. */
	NO_RESOURCE(400, "invalid_resource", 500011, "The resource principal named was not found in the tenant.", false),

	/** The grant type is not known. */
	GRANT_TYPE(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type '%s'.", false),

	/** The client secret is wrong. */
	SECRET(401, "invalid_client", 7000215, "Invalid client secret provided.", false),

	/** The client secret has expired. */
	SECRET_EXPIRED(401, "invalid_client", 7000222, "The provided client secret keys are expired.", false),

	/** A confidential client sent neither secret nor assertion. */
	NO_CREDENTIAL(401, "invalid_client", 7000218,
			"The request body must contain the following parameter: 'client_assertion' or 'client_secret'.", false),

	/** A public client sent a credential. */
	PUBLIC_WITH_CREDENTIAL(401, "invalid_client", 700025,
			"Client is public so neither 'client_assertion' nor 'client_secret' should be presented.", false),

	/** An assertion's signature, algorithm or thumbprint is wrong. */
	ASSERTION_SIGNATURE(401, "invalid_client", 700027,
			"The certificate with identifier used to sign the client assertion is not registered on application. [%s]",
			false),

	/** An assertion's claim is wrong. */
	ASSERTION_CLAIM(401, "invalid_client", 50013, "Assertion failed validation. [%s]", false),

	/** An assertion is outside its lifetime. */
	ASSERTION_TIME(401, "invalid_client", 700024, "Client assertion is not within its valid time range.", false),

	/** The code or the refresh token is not known, or belongs to another client. */
	GRANT(400, "invalid_grant", 70000, "The provided value for the grant is not valid.", false),

	/** The redirect URI is not the one that the code was asked with. */
	OTHER_REDIRECT_URI(400, "invalid_grant", 500112,
			"The reply address does not match the reply address provided when requesting Authorization code.", false),

	/** The code was used already. */
	CODE_REDEEMED(400, "invalid_grant", 54005,
			"OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
			false),

	/** The code is too old. */
	CODE_EXPIRED(400, "invalid_grant", 70008, "The provided authorization code or refresh token has expired.", false),

	/** The PKCE verifier does not match. */
	VERIFIER(400, "invalid_grant", 501481, "The Code_Verifier does not match the code_challenge supplied.", false),

	/** A policy asks for a sign-in from time to time. */
	SIGN_IN_FREQUENCY(400, "invalid_grant", 70043,
			"The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.",
			false),

	/** The refresh token was not used for too long. */
	REFRESH_IDLE(400, "invalid_grant", 700082, "The refresh token has expired due to inactivity.", false),

	/** The refresh token was revoked. */
	REVOKED(400, "invalid_grant", 50173,
			"The provided grant has expired due to it being revoked, a fresh auth token is needed.", false),

	/** A second factor is needed; comes with {@code claims}. */
	MULTI_FACTOR(400, "interaction_required", 50076,
			"Due to a configuration change made by your administrator, you must use multi-factor authentication to access the API.",
			false),

	/** Entra has a bad day: 503 with an HTML body. */
	UNAVAILABLE(503, "temporarily_unavailable", 90033, "A transient error has occurred. Please try again.", false);

	private final int status;

	private final String error;

	private final int number;

	private final String message;

	private final boolean onPage;

	EntraError(int status, String error, int number, String message, boolean onPage) {
		this.status = status;
		this.error = error;
		this.number = number;
		this.message = message;
		this.onPage = onPage;
	}

	/**
	 * The HTTP status at the token endpoint.
	 * @return 400, 401 or 503
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The OAuth error, such as {@code invalid_grant}.
	 */
	public String error() {
		return this.error;
	}

	/**
	 * The number behind {@code AADSTS}.
	 */
	public int number() {
		return this.number;
	}

	boolean onPage() {
		return this.onPage;
	}

	String message(String detail) {
		return "AADSTS" + this.number + ": " + this.message.formatted(detail);
	}

}
