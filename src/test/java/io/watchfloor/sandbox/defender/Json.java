package io.watchfloor.sandbox.defender;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as trees, read and written without any of the application's own records.
 */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	public static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	public static JsonNode read(String json) {
		return MAPPER.readTree(json);
	}

	static ObjectNode readObject(String json) {
		return (ObjectNode) MAPPER.readTree(json);
	}

	static ObjectNode readObject(byte[] json) {
		return (ObjectNode) MAPPER.readTree(json);
	}

	public static byte[] write(JsonNode node) {
		return MAPPER.writeValueAsBytes(node);
	}

	public static Answer.Body body(JsonNode node) {
		return (out) -> out.write(write(node));
	}

	/**
	 * Read a file of the class path.
	 * @param path where it is, such as {@code /sandbox/people.json}
	 * @return its tree
	 */
	public static JsonNode resource(String path) {
		try (InputStream in = Objects.requireNonNull(Json.class.getResourceAsStream(path), path)) {
			return MAPPER.readTree(in);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot read " + path, ex);
		}
	}

}
