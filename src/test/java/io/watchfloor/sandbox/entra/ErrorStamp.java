package io.watchfloor.sandbox.entra;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * By what Microsoft's support finds an error.
 *
 * @param traceId a new id for each answer
 * @param correlationId a new id for each sign-in
 * @param timestamp when, in UTC, such as {@code 2026-11-23 08:00:00Z}
 */
record ErrorStamp(String traceId, String correlationId, String timestamp) {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'")
		.withZone(ZoneOffset.UTC);

	ErrorStamp() {
		this(UUID.randomUUID().toString(), UUID.randomUUID().toString(), FORMAT.format(Instant.now()));
	}

	String appendTo(String message) {
		return message + " Trace ID: " + this.traceId + " Correlation ID: " + this.correlationId + " Timestamp: "
				+ this.timestamp;
	}

}
