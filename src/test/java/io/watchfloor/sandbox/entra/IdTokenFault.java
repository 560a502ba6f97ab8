package io.watchfloor.sandbox.entra;

/**
 * What can be wrong with an ID token, for tests of what a client does then.
 */
public enum IdTokenFault {

	/** Nothing. */
	NONE,

	/** The issuer is another tenant's. */
	ISSUER,

	/** The audience is another client. */
	AUDIENCE,

	/** The nonce is not the one that was sent. */
	NONCE,

	/** It expired an hour ago. */
	EXPIRED,

	/** It has no {@code sub}. */
	NO_SUBJECT,

	/** The {@code tid} is another tenant's, the issuer is right. */
	TENANT,

	/** It is not signed. */
	UNSIGNED,

	/** It is signed by HS256 with the public key as the secret. */
	PUBLIC_KEY_AS_SECRET

}
