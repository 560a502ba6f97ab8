package io.watchfloor.defender.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a JSON object, read leniently: one of the wrong type is absent.
 *
 * @param mapper reads texts, numbers and times as they really come
 * @param object the object; what is none has no fields
 */
record Fields(JsonMapper mapper, JsonNode object) {

	/**
	 * Return a text.
	 * @param names the names of the field, of which the first that has a text counts
	 * @return the text, or {@code null}
	 */
	@Nullable String text(String... names) {
		return first(String.class, names);
	}

	/**
	 * Return a text of an enumeration; see {@link GraphWords#word}.
	 */
	@Nullable String word(String name) {
		return GraphWords.word(text(name));
	}

	/**
	 * Return a whole number, which may come as a text.
	 */
	@Nullable Long number(String... names) {
		return first(Long.class, names);
	}

	/**
	 * Return a time.
	 */
	@Nullable Instant time(String... names) {
		return first(Instant.class, names);
	}

	private <T> @Nullable T first(Class<T> type, String... names) {
		for (String name : names) {
			JsonNode value = this.object.path(name);
			T read = value.isValueNode() && !value.isNull() ? this.mapper.treeToValue(value, type) : null;
			if (read != null) {
				return read;
			}
		}
		return null;
	}

	/**
	 * Return a list of texts.
	 * @param names the names of the field, of which the first that has a list counts
	 */
	List<String> texts(String... names) {
		List<String> texts = new ArrayList<>();
		for (String name : names) {
			JsonNode list = this.object.path(name);
			if (list.isArray()) {
				for (JsonNode element : list) {
					String text = element.isValueNode() && !element.isNull()
							? this.mapper.treeToValue(element, String.class) : null;
					if (text != null) {
						texts.add(text);
					}
				}
				return texts;
			}
		}
		return texts;
	}

	/**
	 * Return the fields of an object within this one.
	 */
	Fields in(String name) {
		return new Fields(this.mapper, this.object.path(name));
	}

	/**
	 * Return the objects of a list, or the one object that stands in its place.
	 */
	List<Fields> each(String name) {
		return each(this.object.path(name));
	}

	List<Fields> each(JsonNode value) {
		List<Fields> objects = new ArrayList<>();
		if (value.isObject()) {
			objects.add(new Fields(this.mapper, value));
		}
		else if (value.isArray()) {
			value.forEach((element) -> {
				if (element.isObject()) {
					objects.add(new Fields(this.mapper, element));
				}
			});
		}
		return objects;
	}

	/**
	 * Return whether any of some fields is there.
	 */
	boolean has(String... names) {
		for (String name : names) {
			JsonNode value = this.object.path(name);
			if (!value.isMissingNode() && !value.isNull()) {
				return true;
			}
		}
		return false;
	}

}
