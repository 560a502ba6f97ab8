package io.watchfloor.sandbox.defender;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a write, read strictly: one JSON object, no name in it twice, and no name
 * that the call does not know.
 *
 * @param json the object
 */
public record WriteBody(ObjectNode json) {

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/**
	 * Read the body of a call.
	 * @param request the call, whose body {@link ApiServlet} has kept
	 * @param names the names that may stand in it
	 * @throws ApiError with 415 when it is no JSON by its content type, with 400 when it
	 * is none the call takes
	 */
	public static WriteBody of(HttpServletRequest request, Set<String> names) {
		checkContentType(request.getContentType());
		JsonNode json = read(ApiServlet.body(request));
		if (!(json instanceof ObjectNode object)) {
			throw ApiError.badRequest("The body is no JSON object");
		}
		for (String name : object.propertyNames()) {
			if (!names.contains(name)) {
				throw ApiError.badRequest("The property '" + name + "' cannot be updated");
			}
		}
		return new WriteBody(object);
	}

	private static void checkContentType(@Nullable String contentType) {
		String[] parts = String.valueOf(contentType).toLowerCase(Locale.ROOT).replace(" ", "").split(";", 2);
		if (!parts[0].equals("application/json")
				|| (parts.length == 2 && !parts[1].replace("\"", "").equals("charset=utf-8"))) {
			throw ApiError.unsupportedMediaType();
		}
	}

	private static JsonNode read(byte[] body) {
		try {
			return STRICT.readTree(new String(body, StandardCharsets.UTF_8));
		}
		catch (JacksonException ex) {
			throw ApiError.badRequest("The body cannot be read as JSON");
		}
	}

	/**
	 * Return a text.
	 * @param name its name
	 * @return the text, or {@code null} when the body does not have the name
	 * @throws ApiError with 400 when it is no text
	 */
	public @Nullable String text(String name) {
		JsonNode value = this.json.get(name);
		return (value != null) ? text(name, value) : null;
	}

	/**
	 * Return a list of texts.
	 * @param name its name
	 * @return the list, or {@code null} when the body does not have the name
	 * @throws ApiError with 400 when it is no list of texts
	 */
	public @Nullable List<String> texts(String name) {
		JsonNode value = this.json.get(name);
		if (value == null) {
			return null;
		}
		if (!value.isArray()) {
			throw ApiError.badRequest("A list was expected as the value of '" + name + "'");
		}
		return value.valueStream().map((one) -> text(name, one)).toList();
	}

	/**
	 * Whether a name stands there with {@code null}.
	 * @param name the name
	 */
	public boolean isNull(String name) {
		JsonNode value = this.json.get(name);
		return value != null && value.isNull();
	}

	private static String text(String name, JsonNode value) {
		if (!value.isString()) {
			throw ApiError.badRequest("A text was expected as the value of '" + name + "'");
		}
		return value.asString();
	}

}
