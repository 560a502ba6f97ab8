package io.watchfloor.web.problem;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A failure in words for people, on an error page, or as JSON for programs. It never
 * holds a stack trace, nor anything that the API answered except ids.
 *
 * @param status the HTTP status, 400 to 599
 * @param title the problem in a few words
 * @param happened what happened
 * @param meaning what it means
 * @param remedy what to do
 * @param next what the page offers to do next
 * @param parameter the parameter with a value that it cannot take
 * @param trackingId the id under which Microsoft's support finds the call
 * @param reference the id under which this installation's log has it
 * @param retryAfter seconds until it is worth trying again, at least 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(int status, String title, String happened, String meaning, String remedy,
		@JsonIgnore ProblemKind.Next next, @Nullable String parameter, @Nullable String trackingId,
		@Nullable String reference, @Nullable Long retryAfter) {

	/**
	 * Create the problem of a failed call to the API.
	 */
	public static Problem of(DefenderException failure) {
		Problem problem = kind(failure).problem();
		Long retryAfter = (failure instanceof DefenderException.Throttled throttled) ? seconds(throttled.waitTime())
				: null;
		return new Problem(problem.status, problem.title, problem.happened, problem.meaning, problem.remedy,
				problem.next, null, failure.trackingId(), null, retryAfter);
	}

	/**
	 * Create the problem of an HTTP status about which nothing more is known. A status
	 * without a kind of its own gets the words of 400 or 500.
	 */
	public static Problem of(int status) {
		Problem problem = kind(status).problem();
		return new Problem(status, problem.title, problem.happened, problem.meaning, problem.remedy, problem.next, null,
				null, null, null);
	}

	/**
	 * Create the problem of a request for which no session could be read.
	 * @param retryAfter seconds until it is worth trying again
	 */
	static Problem sessionsUnavailable(long retryAfter) {
		Problem problem = ProblemKind.SESSIONS_UNAVAILABLE.problem();
		return new Problem(problem.status, problem.title, problem.happened, problem.meaning, problem.remedy,
				problem.next, null, null, null, retryAfter);
	}

	/**
	 * Create the problem of a parameter with a value that it cannot take.
	 */
	public static Problem of(BadParameterException mistake) {
		Problem problem = ProblemKind.BAD_PARAMETER.problem();
		return new Problem(problem.status, problem.title,
				"The parameter “" + mistake.parameter() + "” has a value that it cannot take.",
				"It takes " + mistake.takes() + ". " + problem.meaning, problem.remedy, problem.next,
				mistake.parameter(), null, null, null);
	}

	/**
	 * Name the API that incidents are read from, and the permissions that this takes.
	 */
	Problem naming(ApiAccess access) {
		String named = this.meaning.replace("{permissions}", String.join(" and ", access.permissions()))
			.replace("{api}", access.api().label());
		return new Problem(this.status, this.title, this.happened, named, this.remedy, this.next, this.parameter,
				this.trackingId, this.reference, this.retryAfter);
	}

	Problem withReference(String reference) {
		return new Problem(this.status, this.title, this.happened, this.meaning, this.remedy, this.next, this.parameter,
				this.trackingId, reference, this.retryAfter);
	}

	/**
	 * Return how long to wait, such as {@code 12 min 30 s}, or {@code null} if that is
	 * not known.
	 */
	public @Nullable String waitText() {
		return (this.retryAfter != null) ? Times.exact(Duration.ofSeconds(this.retryAfter)) : null;
	}

	private static ProblemKind kind(DefenderException failure) {
		if (failure instanceof DefenderException.Unauthorized) {
			return ProblemKind.SIGN_IN_AGAIN;
		}
		if (failure instanceof DefenderException.Forbidden) {
			return ProblemKind.PERMISSION_MISSING;
		}
		if (failure instanceof DefenderException.NotFound) {
			return ProblemKind.NO_SUCH_INCIDENT;
		}
		if (failure instanceof DefenderException.Throttled) {
			return ProblemKind.THROTTLED;
		}
		if (failure instanceof DefenderException.Rejected) {
			return ProblemKind.REJECTED;
		}
		return (failure instanceof DefenderException.Malformed) ? ProblemKind.MALFORMED : ProblemKind.UNAVAILABLE;
	}

	private static ProblemKind kind(int status) {
		return switch (status) {
			case 401 -> ProblemKind.SIGN_IN_AGAIN;
			case 403 -> ProblemKind.FORBIDDEN;
			case 404 -> ProblemKind.NOT_FOUND;
			case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
			case 413 -> ProblemKind.TOO_LARGE;
			case 429 -> ProblemKind.THROTTLED;
			case 502 -> ProblemKind.MALFORMED;
			case 503, 504 -> ProblemKind.UNAVAILABLE;
			default -> HttpStatus.Series.resolve(status) == HttpStatus.Series.CLIENT_ERROR ? ProblemKind.BAD_REQUEST
					: ProblemKind.INTERNAL;
		};
	}

	private static long seconds(Duration wait) {
		return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
	}

}
