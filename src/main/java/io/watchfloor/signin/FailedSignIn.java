package io.watchfloor.signin;

/**
 * Where the page about a failed sign-in finds what failed.
 */
public final class FailedSignIn {

	/**
	 * The path, reached by forwarding only, of the page that explains a failed sign-in.
	 */
	public static final String PATH = "/sign-in/failed";

	/**
	 * The request attribute that holds the exception.
	 */
	public static final String ATTRIBUTE = "io.watchfloor.signin.failure";

	private FailedSignIn() {
	}

}
