package io.watchfloor.defender;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads the API's answers as a stream, an incident at a time. It is as tolerant as the
 * API is loose: unknown fields are passed over, and a field of the wrong shape counts as
 * absent rather than costing the incident.
 */
final class ResponseReader {

	/**
	 * Ten times what the API gives in a page: an answer with more of them has no end.
	 */
	private static final int MOST_INCIDENTS = 10 * IncidentSource.LARGEST_PAGE;

	private final ObjectReader incidents;

	ResponseReader() {
		SimpleModule looseValues = new SimpleModule("loose values")
			.addDeserializer(String.class, new LenientStringDeserializer())
			.addDeserializer(Instant.class, new LenientTimeDeserializer());
		this.incidents = JsonMapper.builder()
			.addModule(looseValues)
			.addHandler(new WrongShapesAreAbsent())
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.build()
			.readerFor(Incident.class);
	}

	/**
	 * Read a page of incidents.
	 * @param body the answer
	 * @param reader takes each incident as soon as it is read
	 * @return how many there were, and whether the answer names a next page
	 * @throws DefenderException.Malformed when the answer is no such page
	 */
	Listing list(InputStream body, Consumer<? super Incident> reader) throws IOException {
		try (JsonParser parser = this.incidents.createParser(body)) {
			require(parser.nextToken() == JsonToken.START_OBJECT, "is no JSON object");
			int count = -1;
			boolean next = false;
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				JsonToken value = parser.nextToken();
				if ("value".equals(name)) {
					require(value == JsonToken.START_ARRAY, "has a value that is no list");
					count = incidents(parser, reader);
				}
				else {
					next |= "@odata.nextLink".equals(name) && value == JsonToken.VALUE_STRING;
					parser.skipChildren();
				}
			}
			require(count >= 0, "has no value");
			require(parser.currentToken() == JsonToken.END_OBJECT, "breaks off");
			return new Listing(count, next);
		}
		catch (JacksonException ex) {
			throw broken(ex);
		}
	}

	private int incidents(JsonParser parser, Consumer<? super Incident> reader) {
		int count = 0;
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			require(parser.currentToken() == JsonToken.START_OBJECT, "lists something that is no incident");
			Incident incident = this.incidents.readValue(parser);
			count++;
			require(count <= MOST_INCIDENTS, "lists more incidents than a page holds");
			if (incident.id() > 0) {
				reader.accept(incident);
			}
		}
		return count;
	}

	/**
	 * Read a single incident.
	 * @param body the answer
	 * @return the incident
	 * @throws DefenderException.Malformed when the answer is no incident
	 */
	Incident get(InputStream body) throws IOException {
		try (JsonParser parser = this.incidents.createParser(body)) {
			require(parser.nextToken() == JsonToken.START_OBJECT, "is no JSON object");
			Incident incident = this.incidents.readValue(parser);
			require(incident.id() > 0, "has no incident id");
			return incident;
		}
		catch (JacksonException ex) {
			throw broken(ex);
		}
	}

	private static void require(boolean condition, String problem) {
		if (!condition) {
			throw new DefenderException.Malformed("The answer " + problem, null);
		}
	}

	/**
	 * Not the parser's message: it may quote the answer. An answer that breaks off inside
	 * an incident has its cause further down.
	 */
	private static RuntimeException broken(JacksonException ex) throws IOException {
		for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException connection) {
				throw connection;
			}
		}
		return new DefenderException.Malformed("The answer cannot be read (" + ex.getClass().getSimpleName() + ")",
				null);
	}

	/**
	 * How a page ended.
	 *
	 * @param size how many incidents it held
	 * @param next whether it named a next page; the link itself is never followed
	 */
	record Listing(int size, boolean next) {
	}

	private static final class WrongShapesAreAbsent extends DeserializationProblemHandler {

		@Override
		public @Nullable Object handleUnexpectedToken(DeserializationContext context, JavaType targetType,
				JsonToken token, JsonParser parser, @Nullable String failureMessage) {
			parser.skipChildren();
			return targetType.isPrimitive() ? 0L : null;
		}

		@Override
		public @Nullable Object handleWeirdStringValue(DeserializationContext context, Class<?> targetType,
				String valueToConvert, @Nullable String failureMessage) {
			return targetType.isPrimitive() ? 0L : null;
		}

		@Override
		public @Nullable Object handleMissingInstantiator(DeserializationContext context, Class<?> instanceClass,
				@Nullable ValueInstantiator instantiator, @Nullable JsonParser parser, @Nullable String message) {
			if (parser != null) {
				parser.skipChildren();
			}
			return null;
		}

	}

}
