package io.watchfloor.web.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.support.SampleIncidents;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ExportTests {

	private static final String FORMULA = "=cmd|'/C calc'!A0";

	private static final IncidentSummary HOSTILE = IncidentSummary.of(SampleIncidents.of("""
			{"incidentId": 7, "incidentName": "%1$s\\",\\"%1$s\\r\\n%1$s;%1$s ünï\\u202e", "tags": ["%1$s", "1st"],
			 "assignedTo": "@SUM(A1)", "createdTime": "2026-11-23T14:00:00Z", "lastUpdateTime": "2026-11-23T14:00:00Z"}
			""".formatted(FORMULA)));

	@Test
	void aHostileNameIsOneCellThatIsNoFormula() throws IOException {
		CSVRecord row = csv(List.of(HOSTILE)).get(0);
		assertThat(row.size()).isEqualTo(ExportField.ALL.size());
		assertThat(row.get("name")).isEqualTo("'" + HOSTILE.name());
		assertThat(row.get("tags")).isEqualTo("1st; '" + FORMULA);
		assertThat(row.get("assignedTo")).isEqualTo("'@SUM(A1)");
	}

	@Test
	void aTimeThatIsUnknownIsAnEmptyCell() throws IOException {
		IncidentSummary timeless = IncidentSummary.of(SampleIncidents.of("{\"incidentId\": 7, \"alerts\": [{}]}"));
		assertThat(csv(List.of(timeless)).get(0).toMap()).containsEntry("id", "7")
			.containsEntry("created", "")
			.containsEntry("updated", "")
			.containsEntry("firstActivity", "")
			.containsEntry("lastActivity", "");
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		JsonExport.write(List.of(timeless).iterator(), SourceDetails.ALL, out);
		assertThat(new JsonMapper().readTree(out.toByteArray()).get(0).get("updated").isNull()).isTrue();
	}

	@Test
	void aSpreadsheetIsToldThatCsvIsUtf8AndJsonHasNoMark() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		CsvExport.write(List.of(HOSTILE).iterator(), SourceDetails.ALL, out);
		assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
		out.reset();
		JsonExport.write(List.of(HOSTILE).iterator(), SourceDetails.ALL, out);
		assertThat(out.toByteArray()).startsWith('[');
	}

	@Test
	void jsonKeepsTextsAsTheyAre() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertThat(JsonExport.write(List.of(HOSTILE).iterator(), SourceDetails.ALL, out)).isEqualTo(1);
		JsonNode incidents = new JsonMapper().readTree(out.toByteArray());
		assertThat(incidents.get(0).get("name").asString()).isEqualTo(HOSTILE.name());
		assertThat(incidents.get(0).propertyNames())
			.containsExactlyElementsOf(ExportField.ALL.stream().map(ExportField::name).toList());
	}

	@Test
	void nothingSelectedIsAHeaderRowOrAnEmptyArray() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		CsvExport.write(Collections.emptyIterator(), SourceDetails.ALL, out);
		assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("\uFEFF\"id\",\"name\"")
			.endsWith("\"deviceGroups\"\r\n");
		out.reset();
		JsonExport.write(Collections.emptyIterator(), SourceDetails.ALL, out);
		assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("[]");
	}

	@Test
	void rowsLeaveAsTheyAreWritten() throws IOException {
		List<IncidentSummary> many = Collections.nCopies(100_000, HOSTILE);
		Counter csv = new Counter();
		Counter json = new Counter();
		assertThat(CsvExport.write(many.iterator(), SourceDetails.ALL, csv)).isEqualTo(100_000);
		assertThat(JsonExport.write(many.iterator(), SourceDetails.ALL, json)).isEqualTo(100_000);
		assertThat(csv.bytes).isGreaterThan(10_000_000);
		assertThat(Math.max(csv.largest, json.largest)).isLessThan(100_000);
	}

	private static List<CSVRecord> csv(List<IncidentSummary> incidents) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		CsvExport.write(incidents.iterator(), SourceDetails.ALL, out);
		return CSVFormat.RFC4180.builder()
			.setHeader()
			.setSkipHeaderRecord(true)
			.get()
			.parse(new StringReader(out.toString(StandardCharsets.UTF_8).substring(1)))
			.getRecords();
	}

	/**
	 * Counts what passes, and how much of it at a time.
	 */
	private static final class Counter extends OutputStream {

		private long bytes;

		private int largest;

		@Override
		public void write(int b) {
			this.bytes++;
		}

		@Override
		public void write(byte[] buffer, int offset, int length) {
			this.bytes += length;
			this.largest = Math.max(this.largest, length);
		}

	}

}
