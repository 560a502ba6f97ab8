package io.watchfloor.defender;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads the API's responses as a stream, an incident at a time. It is as tolerant as the
 * API is loose: it ignores unknown fields, and reads a field of the wrong type as absent
 * rather than lose the incident. An incident that cannot be read at all is skipped and
 * counted, so that it does not hide those behind it.
 */
final class ResponseReader {

	/**
	 * Ten times the API's page: a response with more has no end.
	 */
	private static final int MAX_INCIDENTS = 10 * IncidentSource.LARGEST_PAGE;

	/**
	 * Numbers that do not fit in a {@code long} are absent, however long they are.
	 */
	private static final int MAX_DIGITS = 1_000_000;

	private final ObjectReader incidentReader;

	/**
	 * Create a reader.
	 * @param clock tells the time, so that a time that lies ahead is read as absent
	 */
	ResponseReader(InstantSource clock) {
		SimpleModule lenientValues = new SimpleModule("lenient values")
			.addDeserializer(String.class, new LenientStringDeserializer())
			.addDeserializer(Long.class, new LenientLongDeserializer(null))
			.addDeserializer(Long.TYPE, new LenientLongDeserializer(0L))
			.addDeserializer(Instant.class, new LenientTimeDeserializer(clock));
		StreamReadConstraints constraints = StreamReadConstraints.builder()
			.maxStringLength((int) IncidentParser.MAX_BYTES)
			.maxNumberLength(MAX_DIGITS)
			.build();
		this.incidentReader = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
			.addModule(lenientValues)
			.addHandler(new WrongTypeHandler())
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.build()
			.readerFor(Incident.class);
	}

	/**
	 * Read a page of incidents.
	 * @param body the body of the response
	 * @param consumer takes each incident as soon as it is read
	 * @return the number of incidents, those that cannot be read, and whether the
	 * response names a next page
	 * @throws DefenderException.Malformed when the body is no such page
	 * @throws IOException when the connection breaks
	 */
	Listing list(InputStream body, Consumer<? super Incident> consumer) throws IOException {
		CountedInputStream counted = new CountedInputStream(body);
		try (JsonParser parser = this.incidentReader.createParser(counted)) {
			require(parser.nextToken() == JsonToken.START_OBJECT, "is no JSON object");
			int count = -1;
			List<Long> unreadable = new ArrayList<>();
			boolean hasNext = false;
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				JsonToken value = parser.nextToken();
				if ("value".equals(name)) {
					require(value == JsonToken.START_ARRAY, "has a value that is no list");
					count = readIncidents(parser, counted, unreadable, consumer);
				}
				else {
					hasNext |= "@odata.nextLink".equals(name) && value == JsonToken.VALUE_STRING;
					parser.skipChildren();
				}
			}
			require(count >= 0, "has no value");
			require(parser.currentToken() == JsonToken.END_OBJECT, "breaks off");
			return new Listing(count, hasNext, unreadable);
		}
		catch (JacksonException ex) {
			throw malformed(ex);
		}
	}

	private int readIncidents(JsonParser parser, CountedInputStream body, List<Long> unreadable,
			Consumer<? super Incident> consumer) {
		int count = 0;
		long before = 0;
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			require(parser.currentToken() == JsonToken.START_OBJECT, "lists something that is no incident");
			Incident incident = readOrSkip(parser, body);
			count++;
			require(count <= MAX_INCIDENTS, "lists more incidents than a page holds");
			if (incident == null) {
				unreadable.add(before);
			}
			else if (incident.id() > 0) {
				consumer.accept(incident);
				before = incident.id();
			}
		}
		return count;
	}

	/**
	 * Read the incident that the parser has come to. If it cannot be read, skip what is
	 * left of it.
	 * @return the incident, or {@code null} if it cannot be read
	 */
	private @Nullable Incident readOrSkip(JsonParser parser, CountedInputStream body) {
		int depth = parser.streamReadContext().getNestingDepth();
		try {
			return this.incidentReader.readValue(new IncidentParser(parser, body::count));
		}
		catch (DatabindException ex) {
			if (ex.getCause() instanceof JacksonException || ex.getCause() instanceof IOException) {
				throw ex;
			}
			while (parser.streamReadContext().getNestingDepth() >= depth && parser.nextToken() != null) {
				parser.skipChildren();
			}
			return null;
		}
	}

	/**
	 * Read a single incident.
	 * @param body the body of the response
	 * @return the incident
	 * @throws DefenderException.Malformed when the body is no incident
	 * @throws IOException when the connection breaks
	 */
	Incident get(InputStream body) throws IOException {
		CountedInputStream counted = new CountedInputStream(body);
		try (JsonParser parser = this.incidentReader.createParser(counted)) {
			require(parser.nextToken() == JsonToken.START_OBJECT, "is no JSON object");
			Incident incident = this.incidentReader.readValue(new IncidentParser(parser, counted::count));
			require(incident.id() > 0, "has no incident id");
			return incident;
		}
		catch (JacksonException ex) {
			throw malformed(ex);
		}
	}

	private static void require(boolean condition, String problem) {
		if (!condition) {
			throw new DefenderException.Malformed("The answer " + problem, null);
		}
	}

	/**
	 * Translate a failure of the parser, without its message, which may quote the body.
	 * When the connection breaks inside an incident, the parser's failure hides the
	 * cause.
	 */
	private static RuntimeException malformed(JacksonException ex) throws IOException {
		for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException connection) {
				throw connection;
			}
		}
		return new DefenderException.Malformed("The answer cannot be read (" + ex.getClass().getSimpleName() + ")",
				null);
	}

	/**
	 * What is known of a page after it was read.
	 *
	 * @param size the number of incidents in it, from 0
	 * @param next whether it names a next page; the link itself is never followed
	 * @param unreadable as in {@link IncidentSource.Page#unreadable()}
	 */
	record Listing(int size, boolean next, List<Long> unreadable) {
	}

	/**
	 * Reads a value of the wrong type as absent: {@code null}, or 0 for a primitive.
	 */
	private static final class WrongTypeHandler extends DeserializationProblemHandler {

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
