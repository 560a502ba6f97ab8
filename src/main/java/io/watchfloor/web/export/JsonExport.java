package io.watchfloor.web.export;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.web.format.SourceDetails;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes incidents as a JSON array of objects, all with the same properties. What the
 * source of the incidents does not give is {@code null}, also where it would be a list.
 */
final class JsonExport {

	private static final JsonMapper MAPPER = new JsonMapper();

	private JsonExport() {
	}

	/**
	 * Write incidents one at a time, and close the stream.
	 * @param source what the source of the incidents gives
	 * @return how many there were
	 */
	static long write(Iterator<IncidentSummary> incidents, SourceDetails source, OutputStream out) {
		long written = 0;
		try (JsonGenerator json = MAPPER.createGenerator(out)) {
			json.writeStartArray();
			while (incidents.hasNext()) {
				write(incidents.next(), source, json);
				written++;
			}
			json.writeEndArray();
		}
		return written;
	}

	private static void write(IncidentSummary summary, SourceDetails source, JsonGenerator json) {
		json.writeStartObject();
		for (ExportField field : ExportField.ALL) {
			json.writeName(field.name());
			write(field.isGivenBy(source) ? field.of(summary) : "", json);
		}
		json.writeEndObject();
	}

	private static void write(Object value, JsonGenerator json) {
		if (value instanceof List<?> values) {
			json.writeStartArray();
			values.forEach((text) -> json.writeString(text.toString()));
			json.writeEndArray();
		}
		else if (value instanceof Number number) {
			json.writeNumber(number.longValue());
		}
		else if ("".equals(value)) {
			json.writeNull();
		}
		else {
			json.writeString(value.toString());
		}
	}

}
