package io.watchfloor.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.signin.advice.SignInFailure;
import io.watchfloor.signin.check.TokenClaims;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Something worth a line of the audit log: fields by their names in the Elastic Common
 * Schema, where that has one. Whoever wrote a value, it holds no line break and nothing
 * that a terminal obeys.
 *
 * @see <a href="https://www.elastic.co/docs/reference/ecs/ecs-field-reference">ECS field
 * reference</a>
 */
final class AuditEvent {

	private final Map<String, Object> fields = new LinkedHashMap<>();

	private final boolean success;

	private AuditEvent(String action, boolean success) {
		this.success = success;
		with("event.action", action).with("event.outcome", success ? "success" : "failure");
	}

	/**
	 * Something that was done.
	 */
	static AuditEvent success(String action) {
		return new AuditEvent(action, true);
	}

	/**
	 * Something that was not done, and why.
	 */
	static AuditEvent failure(String action, SignInFailure failure) {
		return new AuditEvent(action, false).with("event.reason", failure.error())
			.with("event.code", failure.code())
			.with("entra.trace_id", failure.traceId())
			.with("entra.correlation_id", failure.correlationId());
	}

	/**
	 * Say who did it, and by which sign-in: Entra's sign-in log has the claim {@code uti}
	 * as the unique token identifier.
	 */
	AuditEvent by(@Nullable Analyst analyst) {
		if (analyst == null) {
			return this;
		}
		return with("user.id", analyst.objectId()).with("user.full_name", analyst.displayName())
			.with("entra.token_id", analyst.getClaimAsString("uti"));
	}

	/**
	 * Say from where; a session that runs out does so without a request.
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

	/**
	 * Write the line and count it. Structured formats take the fields, the plain one the
	 * text.
	 */
	void writeTo(Logger logger, MeterRegistry meters) {
		LoggingEventBuilder line = this.success ? logger.atInfo() : logger.atWarn();
		this.fields.forEach(line::addKeyValue);
		line.log(this.fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + quoted(field.getValue()))
			.collect(Collectors.joining(" ")));
		meters.counter("watchfloor.audit.events", "action", text("event.action"), "outcome", text("event.outcome"))
			.increment();
	}

	private String text(String field) {
		return String.valueOf(this.fields.get(field));
	}

	/**
	 * So that no value can pass for a field of its own.
	 */
	private static String quoted(Object value) {
		String text = value.toString();
		return text.matches("[\\w:.-]+") ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

}
