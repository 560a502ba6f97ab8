package io.watchfloor.signin;

import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.signin.advice.SignInFailure;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who came and went, and what they looked at: one line each, of the logger
 * {@code io.watchfloor.audit}, and one count each, which names nobody. Nothing else is
 * told of what analysts do.
 */
public final class AuditLog {

	private static final Logger logger = LoggerFactory.getLogger("io.watchfloor.audit");

	private final MeterRegistry meters;

	/**
	 * An audit log.
	 * @param meters where the events are counted
	 */
	public AuditLog(MeterRegistry meters) {
		this.meters = meters;
	}

	/**
	 * Somebody opened an incident.
	 * @param request the request
	 * @param analyst who
	 * @param incident the incident's id
	 */
	public void viewed(HttpServletRequest request, Analyst analyst, long incident) {
		write(AuditEvent.success("incident-viewed").by(analyst).from(request).with("watchfloor.incident", incident));
	}

	/**
	 * Somebody takes incidents away.
	 * @param request the request
	 * @param analyst who
	 * @param incidents how many
	 */
	public void exported(HttpServletRequest request, Analyst analyst, long incidents) {
		write(AuditEvent.success("incidents-exported")
			.by(analyst)
			.from(request)
			.with("watchfloor.incidents", incidents));
	}

	void signedIn(HttpServletRequest request, Analyst analyst) {
		write(AuditEvent.success("signed-in").by(analyst).from(request));
	}

	void signInRefused(HttpServletRequest request, SignInFailure failure) {
		write(AuditEvent.failure("signed-in", failure).from(request));
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
		event.writeTo(logger, this.meters);
	}

}
