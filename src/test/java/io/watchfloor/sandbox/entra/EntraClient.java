package io.watchfloor.sandbox.entra;

/**
 * The app registrations of the pretend tenant.
 */
public enum EntraClient {

	/** A confidential client with a secret. */
	SECRET("22222222-aaaa-4000-8000-000000000001"),

	/** A confidential client with a certificate. */
	CERTIFICATE("22222222-aaaa-4000-8000-000000000002"),

	/** A public client. */
	PUBLIC("22222222-aaaa-4000-8000-000000000003");

	private final String id;

	EntraClient(String id) {
		this.id = id;
	}

	/**
	 * The client id.
	 */
	public String id() {
		return this.id;
	}

}
