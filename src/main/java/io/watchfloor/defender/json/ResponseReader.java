package io.watchfloor.defender.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.IncidentSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads responses as a stream, an incident or an alert at a time. One that cannot be read
 * at all is skipped and counted, so that it does not hide those behind it.
 *
 * @param <T> what is read of each incident or alert
 */
public final class ResponseReader<T> {

	private final JsonMapper mapper;

	private final Function<JsonParser, T> elementReader;

	private final ToLongFunction<T> id;

	private final int most;

	/**
	 * Create a reader.
	 * @param mapper creates the parsers
	 * @param elementReader reads the object that a parser has come to
	 * @param id returns the number of an incident, or of an alert's incident; what has
	 * none is left out
	 * @param most the most elements of a response: one with more has no end
	 */
	public ResponseReader(JsonMapper mapper, Function<JsonParser, T> elementReader, ToLongFunction<T> id, int most) {
		this.mapper = mapper;
		this.elementReader = elementReader;
		this.id = id;
		this.most = most;
	}

	/**
	 * Read a page.
	 * @param body the body of the response
	 * @param consumer takes each element as soon as it is read
	 * @return what is known of the page
	 * @throws DefenderException.Malformed when the body is no such page
	 * @throws IOException when the connection breaks
	 */
	public Listing list(InputStream body, Consumer<? super T> consumer) throws IOException {
		CountedInputStream counted = new CountedInputStream(body);
		try (JsonParser parser = this.mapper.createParser(counted)) {
			require(parser.nextToken() == JsonToken.START_OBJECT, "is no JSON object");
			int count = -1;
			List<Long> unreadable = new ArrayList<>();
			String nextLink = null;
			Long total = null;
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				JsonToken value = parser.nextToken();
				if ("value".equals(name)) {
					require(value == JsonToken.START_ARRAY, "has a value that is no list");
					count = readElements(parser, counted, unreadable, consumer);
				}
				else if ("@odata.nextLink".equals(name) && value == JsonToken.VALUE_STRING) {
					nextLink = parser.getString();
				}
				else if ("@odata.count".equals(name) && value == JsonToken.VALUE_NUMBER_INT) {
					total = parser.getLongValue();
				}
				else {
					parser.skipChildren();
				}
			}
			require(count >= 0, "has no value");
			require(parser.currentToken() == JsonToken.END_OBJECT, "breaks off");
			return new Listing(count, nextLink, total, unreadable);
		}
		catch (JacksonException ex) {
			throw malformed(ex);
		}
	}

	private int readElements(JsonParser parser, CountedInputStream body, List<Long> unreadable,
			Consumer<? super T> consumer) {
		int count = 0;
		long before = 0;
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			require(parser.currentToken() == JsonToken.START_OBJECT, "lists something that is no object");
			T element = readOrSkip(parser, body);
			count++;
			require(count <= this.most, "lists more than a page holds");
			if (element == null) {
				unreadable.add(before);
			}
			else if (this.id.applyAsLong(element) > 0) {
				consumer.accept(element);
				before = this.id.applyAsLong(element);
			}
		}
		return count;
	}

	/**
	 * Read the object that the parser has come to. If it cannot be read, skip what is
	 * left of it.
	 * @return what was read, or {@code null} if it cannot be
	 */
	private @Nullable T readOrSkip(JsonParser parser, CountedInputStream body) {
		int depth = parser.streamReadContext().getNestingDepth();
		try {
			return this.elementReader.apply(new BoundedParser(parser, body::count));
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
	public T get(InputStream body) throws IOException {
		CountedInputStream counted = new CountedInputStream(body);
		try (JsonParser parser = this.mapper.createParser(counted)) {
			require(parser.nextToken() == JsonToken.START_OBJECT, "is no JSON object");
			T incident = this.elementReader.apply(new BoundedParser(parser, counted::count));
			require(this.id.applyAsLong(incident) > 0, "has no incident id");
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
	 * @param size the number of elements in it, from 0
	 * @param nextLink the address of the next page, which anybody may have written, or
	 * {@code null}
	 * @param total the number of elements of all pages, or {@code null} if the response
	 * does not tell
	 * @param unreadable as in {@link IncidentSource.Page#unreadable()}
	 */
	public record Listing(int size, @Nullable String nextLink, @Nullable Long total, List<Long> unreadable) {
	}

}
