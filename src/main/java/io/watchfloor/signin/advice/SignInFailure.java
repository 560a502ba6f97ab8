package io.watchfloor.signin.advice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * The details of a failed sign-in or refresh. Text from Entra is foreign: only values of
 * a strict form are taken from it.
 *
 * @param error the OAuth error, such as {@code invalid_grant}, or {@link #UNKNOWN},
 * {@link #CONNECTION_FAILED} or {@link #INCOMPLETE_CALLBACK}
 * @param code Entra's number such as {@code AADSTS65001}, or {@code null}
 * @param traceId a GUID, or {@code null}
 * @param correlationId a GUID, or {@code null}
 * @param timestamp such as {@code 2026-11-23 10:15:00Z}, or {@code null}
 * @param claims the JSON object that the next authorization request has to carry, or
 * {@code null}
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes">Entra
 * error codes</a>
 */
public record SignInFailure(String error, @Nullable String code, @Nullable String traceId,
		@Nullable String correlationId, @Nullable String timestamp, @Nullable String claims) {

	/**
	 * The error of a failure of unknown kind.
	 */
	static final String UNKNOWN = "unknown";

	/**
	 * The error of an authority that did not answer.
	 */
	public static final String CONNECTION_FAILED = "connection_failed";

	/**
	 * The error of a callback that carries no answer of the authority.
	 */
	public static final String INCOMPLETE_CALLBACK = "incomplete_callback";

	/**
	 * The error of an authority that signed the analyst in, but without the permission
	 * that was asked for.
	 */
	public static final String PERMISSION_NOT_ISSUED = "permission_not_issued";

	private static final Pattern ERROR = Pattern.compile("[a-z_]{1,60}");

	private static final Pattern CODE = Pattern.compile("(?<![A-Za-z0-9])(AADSTS[0-9]{4,8})(?![A-Za-z0-9])");

	private static final String GUID = "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?![0-9a-zA-Z-])";

	private static final Pattern TRACE_ID = Pattern.compile("(?i)trace[ _]id\"?\\s{0,4}:\\s{0,4}\"?" + GUID);

	private static final Pattern CORRELATION_ID = Pattern
		.compile("(?i)correlation[ _]id\"?\\s{0,4}:\\s{0,4}\"?" + GUID);

	private static final Pattern TIMESTAMP = Pattern.compile("(?i)timestamp\"?\\s{0,4}:\\s{0,4}\"?"
			+ "([0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}Z)(?![0-9a-zA-Z])");

	/**
	 * Extract the details of a failure.
	 * @param failure the exception of Spring Security or the HTTP client
	 * @return the details, with the error {@link #UNKNOWN} if there are none
	 */
	public static SignInFailure of(Throwable failure) {
		return of(CauseChain.of(failure));
	}

	/**
	 * Extract the details of an error of the authority.
	 * @param error the error
	 * @return the details
	 */
	public static SignInFailure of(OAuth2Error error) {
		return of(CauseChain.of(error));
	}

	private static SignInFailure of(CauseChain chain) {
		return new SignInFailure(error(chain), find(CODE, chain), find(TRACE_ID, chain), find(CORRELATION_ID, chain),
				find(TIMESTAMP, chain), chain.claims());
	}

	private static String error(CauseChain chain) {
		String error = chain.error();
		return (error != null && ERROR.matcher(error).matches()) ? error : UNKNOWN;
	}

	private static @Nullable String find(Pattern pattern, CauseChain chain) {
		return chain.texts()
			.stream()
			.map(pattern::matcher)
			.filter(Matcher::find)
			.map((matcher) -> matcher.group(1))
			.findFirst()
			.orElse(null);
	}

}
