package io.watchfloor.signin;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.signin.advice.SignInFailure;
import io.watchfloor.signin.check.TokenClaims;
import io.watchfloor.signin.consent.WriteAudit;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * An event of the audit log. Fields are named as in the Elastic Common Schema where it
 * defines one. No value contains line breaks or control characters, whoever wrote it.
 *
 * @see <a href="https://www.elastic.co/docs/reference/ecs/ecs-field-reference">ECS field
 * reference</a>
 */
final class AuditEvent {

	private final Map<String, Object> fields = new LinkedHashMap<>();

	private final boolean success;

	private AuditEvent(String action, String outcome) {
		this.success = "success".equals(outcome);
		with("event.action", action).with("event.outcome", outcome);
	}

	/**
	 * Create an event for an action that succeeded.
	 */
	static AuditEvent success(String action) {
		return new AuditEvent(action, "success");
	}

	/**
	 * Create an event for an action that failed, with the reason.
	 */
	static AuditEvent failure(String action, SignInFailure failure) {
		return failure(action, failure.error()).with("event.code", failure.code())
			.with("entra.trace_id", failure.traceId())
			.with("entra.correlation_id", failure.correlationId());
	}

	/**
	 * Create an event for an action that failed, with the reason in a word.
	 */
	static AuditEvent failure(String action, String reason) {
		return new AuditEvent(action, "failure").with("event.reason", reason);
	}

	/**
	 * Create an event for a write to an incident. Of the comment it has the length only.
	 */
	static AuditEvent of(WriteAudit write) {
		AuditEvent event = new AuditEvent("incident-changed", write.result().name().toLowerCase(Locale.ROOT))
			.with("event.reason", write.outcome())
			.with("watchfloor.incident", write.incident())
			.with("defender.tracking_id", write.trackingId());
		write.fields()
			.forEach((field, change) -> event.with("watchfloor.change." + field + ".before", change.before())
				.with("watchfloor.change." + field + ".after", change.after()));
		return (write.commentLength() > 0) ? event.with("watchfloor.comment.length", write.commentLength()) : event;
	}

	/**
	 * Create an event that stands for those of the same action that are not logged.
	 * @param count how many
	 */
	AuditEvent leftOut(long count) {
		return failure(text("event.action"), "too-many").with("watchfloor.left_out", count);
	}

	/**
	 * Add the analyst and the sign-in: the claim {@code uti} is the unique token
	 * identifier of Entra's sign-in log.
	 */
	AuditEvent by(@Nullable Analyst analyst) {
		if (analyst == null) {
			return this;
		}
		return with("user.id", analyst.objectId()).with("user.full_name", analyst.displayName())
			.with("entra.token_id", analyst.getClaimAsString("uti"));
	}

	/**
	 * Add the client's address. A session that expires has no request.
	 */
	AuditEvent from(@Nullable HttpServletRequest request) {
		return (request != null) ? with("client.ip", request.getRemoteAddr()) : this;
	}

	AuditEvent with(String field, @Nullable String value) {
		if (value != null) {
			this.fields.put(field, TokenClaims.display(value));
		}
		return this;
	}

	AuditEvent with(String field, long number) {
		this.fields.put(field, number);
		return this;
	}

	void count(MeterRegistry meters) {
		meters.counter("watchfloor.audit.events", "action", text("event.action"), "outcome", text("event.outcome"))
			.increment();
	}

	/**
	 * Log the event. Structured log formats print the fields, the plain one prints the
	 * text.
	 */
	void writeTo(Logger logger) {
		LoggingEventBuilder line = this.success ? logger.atInfo() : logger.atWarn();
		this.fields.forEach(line::addKeyValue);
		line.log(this.fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + quoted(field.getValue()))
			.collect(Collectors.joining(" ")));
	}

	private String text(String field) {
		return String.valueOf(this.fields.get(field));
	}

	/**
	 * Quote a value, so that it cannot pass for a field of its own.
	 */
	private static String quoted(Object value) {
		String text = value.toString();
		return text.matches("[\\w:.-]+") ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

}
