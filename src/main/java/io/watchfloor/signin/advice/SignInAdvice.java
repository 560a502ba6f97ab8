package io.watchfloor.signin.advice;

import java.io.Serializable;
import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Advice for a person whose sign-in failed. It contains no text of the failure itself,
 * except ids of a strict form.
 *
 * @param title the failure in a few words
 * @param happened what happened
 * @param meaning what that means for the person
 * @param who who has to do something
 * @param steps what they have to do, in order, at least one
 * @param code Entra's number for the failure such as {@code AADSTS65001}, or {@code null}
 * where it gave none
 * @param traceId the trace id (a GUID) that Microsoft's support asks for, or {@code null}
 * @param correlationId the correlation id (a GUID) by which an administrator finds the
 * attempt in the sign-in log, or {@code null}
 * @param timestamp when Entra refused, as it wrote it, or {@code null}
 * @param retry whether the person may try again at once with a chance of success
 * @param adminLink where an administrator resolves it, such as the admin consent page, or
 * {@code null}
 */
public record SignInAdvice(String title, String happened, String meaning, Who who, List<String> steps,
		@Nullable String code, @Nullable String traceId, @Nullable String correlationId, @Nullable String timestamp,
		boolean retry, @Nullable URI adminLink) implements Serializable {

	/**
	 * Copy the steps.
	 */
	public SignInAdvice {
		steps = List.copyOf(steps);
	}

	/**
	 * Who has to do something.
	 */
	public enum Who {

		/**
		 * The person at the browser.
		 */
		ANALYST,

		/**
		 * Who administers the tenant, the app registration or this installation.
		 */
		ADMINISTRATOR,

		/**
		 * Nobody: it passes with time.
		 */
		NOBODY

	}

}
