package io.watchfloor.defender.json;

import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Creates the mapper for responses. It is as tolerant as the APIs are loose: it ignores
 * unknown fields, and reads a field of the wrong type as absent rather than lose the
 * incident.
 */
public final class LenientJson {

	/**
	 * Numbers that do not fit in a {@code long} are absent, however long they are.
	 */
	private static final int MAX_DIGITS = 1_000_000;

	private LenientJson() {
	}

	/**
	 * Create a mapper.
	 * @param clock tells the time, so that a time that lies ahead is read as absent
	 * @return the mapper
	 */
	public static JsonMapper mapper(InstantSource clock) {
		SimpleModule lenientValues = new SimpleModule("lenient values")
			.addDeserializer(String.class, new LenientStringDeserializer())
			.addDeserializer(Long.class, new LenientLongDeserializer(null))
			.addDeserializer(Long.TYPE, new LenientLongDeserializer(0L))
			.addDeserializer(Instant.class, new LenientTimeDeserializer(clock));
		StreamReadConstraints constraints = StreamReadConstraints.builder()
			.maxStringLength((int) BoundedParser.MAX_BYTES)
			.maxNumberLength(MAX_DIGITS)
			.build();
		return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
			.addModule(lenientValues)
			.addHandler(new WrongTypeHandler())
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.build();
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
