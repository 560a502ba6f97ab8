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

	/** It has no nonce. */
	NO_NONCE,

	/** It expired an hour ago. */
	EXPIRED,

	/** It does not say when it expires. */
	NO_EXPIRY,

	/** It was issued in an hour. */
	NOT_YET_ISSUED,

	/** It is not to be used before an hour has passed. */
	NOT_YET_VALID,

	/**
	 * It is about somebody else, which only a client that knows whom to expect can see.
	 */
	SUBJECT,

	/** It does not say when it was issued. */
	NO_ISSUE_TIME,

	/** It has no {@code sub}. */
	NO_SUBJECT,

	/** The {@code tid} is another tenant's, the issuer is right. */
	TENANT,

	/** It does not say who in the tenant it is about. */
	NO_OBJECT_ID,

	/** It is for this client and another, and issued to the other. */
	ANOTHER_PARTY,

	/** It is not signed. */
	UNSIGNED,

	/** Its signature is cut off. */
	NO_SIGNATURE,

	/** It was changed after it was signed. */
	CHANGED,

	/** It is signed by a key that was never published. */
	UNKNOWN_KEY,

	/** It is signed by another key in the name of the published one. */
	OTHER_KEY,

	/** It brings the key that it is signed by. */
	OWN_KEY,

	/** It is no token at all. */
	NO_TOKEN,

	/** It is signed by HS256 with the public key as the secret. */
	PUBLIC_KEY_AS_SECRET

}
