package io.watchfloor.signin;

import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.signin.advice.SignInFailure;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs who signed in and out and what they opened or exported: one line per event to the
 * logger {@code io.watchfloor.audit}, and a counter that names nobody. Nothing else that
 * analysts do is logged.
 */
public final class AuditLog {

	private static final Logger logger = LoggerFactory.getLogger("io.watchfloor.audit");

	private final MeterRegistry meters;

	/**
	 * Create an audit log.
	 * @param meters the registry that counts the events
	 */
	public AuditLog(MeterRegistry meters) {
		this.meters = meters;
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
