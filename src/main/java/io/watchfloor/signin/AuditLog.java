package io.watchfloor.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.signin.advice.SignInFailure;
import io.watchfloor.signin.consent.WriteAudit;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs who signed in and out, what they opened, changed, exported or revealed, and what
 * was refused: one line per event to the logger {@code io.watchfloor.audit}, and a
 * counter that names nobody. Nothing else that analysts do is logged.
 * <p>
 * What people do who are not signed in is logged 100 times a minute for each kind of
 * event, so that nobody fills the log from outside. A line says how many were left out;
 * the counter counts them all.
 */
public final class AuditLog {

	private static final Logger logger = LoggerFactory.getLogger("io.watchfloor.audit");

	private static final String WRITE_PERMISSION = "write-permission-granted";

	private static final int MOST_ANONYMOUS = 100;

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final MeterRegistry meters;

	private final Clock clock;

	private final Map<String, Anonymous> anonymous = new ConcurrentHashMap<>();

	/**
	 * Create an audit log.
	 * @param meters the registry that counts the events
	 * @param clock the clock by which anonymous events are limited
	 */
	public AuditLog(MeterRegistry meters, Clock clock) {
		this.meters = meters;
		this.clock = clock;
	}

	/**
	 * Log that an analyst opened an incident.
	 * @param request the request
	 * @param analyst who
	 * @param incident the incident's id
	 */
	public void viewed(HttpServletRequest request, Analyst analyst, long incident) {
		write(AuditEvent.success("incident-viewed").by(analyst).from(request).with("watchfloor.incident", incident));
	}

	/**
	 * Log that an analyst exported incidents.
	 * @param request the request
	 * @param analyst who
	 * @param incidents how many incidents
	 */
	public void exported(HttpServletRequest request, Analyst analyst, long incidents) {
		write(AuditEvent.success("incidents-exported")
			.by(analyst)
			.from(request)
			.with("watchfloor.incidents", incidents));
	}

	/**
	 * Log that an analyst was shown their own access token.
	 * @param request the request
	 * @param analyst who
	 */
	public void tokenRevealed(HttpServletRequest request, Analyst analyst) {
		write(AuditEvent.success("token-revealed").by(analyst).from(request));
	}

	/**
	 * Log that the API refused an analyst, who therefore saw nothing.
	 * @param request the request
	 * @param analyst who
	 * @param reason what the API answered, such as {@code forbidden}
	 */
	public void accessRefused(HttpServletRequest request, Analyst analyst, String reason) {
		write(AuditEvent.failure("access-refused", reason).by(analyst).from(request));
	}

	/**
	 * Log that an analyst wrote to an incident, or tried to.
	 * @param request the request
	 * @param analyst who
	 * @param write what was to be written, and what became of it
	 */
	public void triaged(HttpServletRequest request, Analyst analyst, WriteAudit write) {
		write(AuditEvent.of(write).by(analyst).from(request));
	}

	/**
	 * Log that the permission to write, which an analyst asked for, was granted.
	 */
	void writePermissionGranted(HttpServletRequest request, Analyst analyst) {
		write(AuditEvent.success(WRITE_PERMISSION).by(analyst).from(request));
	}

	/**
	 * Log that the permission to write was refused.
	 */
	void writePermissionRefused(HttpServletRequest request, Analyst analyst, SignInFailure failure) {
		write(AuditEvent.failure(WRITE_PERMISSION, failure).by(analyst).from(request));
	}

	void signedIn(HttpServletRequest request, Analyst analyst) {
		write(AuditEvent.success("signed-in").by(analyst).from(request));
	}

	/**
	 * Log that a sign-in failed. Callbacks that Entra did not send, which have no number
	 * of it, are limited apart from its refusals.
	 */
	void signInRefused(HttpServletRequest request, SignInFailure failure) {
		writeAnonymous((failure.code() != null) ? "refused-by-entra" : "refused-here",
				AuditEvent.failure("signed-in", failure).from(request));
	}

	/**
	 * Log that a request was refused, by whoever holds the session.
	 * @param reason why, in a word
	 */
	void requestRefused(HttpServletRequest request, @Nullable Analyst analyst, String reason) {
		AuditEvent event = AuditEvent.failure("request-refused", reason).by(analyst).from(request);
		if (analyst != null) {
			write(event);
		}
		else {
			writeAnonymous("request-refused", event);
		}
	}

	void tokenRefreshed(HttpServletRequest request, @Nullable Analyst analyst) {
		write(AuditEvent.success("token-refreshed").by(analyst).from(request));
	}

	void refreshRefused(HttpServletRequest request, @Nullable Analyst analyst, SignInFailure failure) {
		write(AuditEvent.failure("token-refreshed", failure).by(analyst).from(request));
	}

	void signedOut(HttpServletRequest request, Analyst analyst) {
		write(AuditEvent.success("signed-out").by(analyst).from(request));
	}

	void sessionEnded(@Nullable HttpServletRequest request, Analyst analyst, String reason) {
		write(AuditEvent.success("session-expired").by(analyst).from(request).with("event.reason", reason));
	}

	private void write(AuditEvent event) {
		event.count(this.meters);
		event.writeTo(logger);
	}

	private void writeAnonymous(String kind, AuditEvent event) {
		event.count(this.meters);
		this.anonymous.computeIfAbsent(kind, (name) -> new Anonymous()).write(event, this.clock.instant());
	}

	/**
	 * The events of one kind by people who are not signed in.
	 */
	private static final class Anonymous {

		private Instant end = Instant.MIN;

		private int written;

		private long leftOut;

		/**
		 * Log an event unless too many were logged in this minute. How many were left out
		 * is logged at 1, 10, 100 and so on, and after the minute.
		 */
		synchronized void write(AuditEvent event, Instant now) {
			if (!now.isBefore(this.end)) {
				if (this.leftOut > 0) {
					event.leftOut(this.leftOut).writeTo(logger);
				}
				this.end = now.plus(MINUTE);
				this.written = 0;
				this.leftOut = 0;
			}
			if (this.written < MOST_ANONYMOUS) {
				this.written++;
				event.writeTo(logger);
				return;
			}
			this.leftOut++;
			if (Long.toString(this.leftOut).matches("10*")) {
				event.leftOut(this.leftOut).writeTo(logger);
			}
		}

	}

}
