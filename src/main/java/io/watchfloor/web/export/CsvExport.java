package io.watchfloor.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.format.SpreadsheetText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes incidents as CSV by RFC 4180, in UTF-8 and with a header row. The file begins
 * with a byte-order mark, without which spreadsheets take UTF-8 for another encoding and
 * spoil every name outside ASCII; other programs have to skip it. Texts are always
 * quoted, so that a program which separates cells by another character does not split
 * them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvExport {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setHeader(ExportField.ALL.stream().map(ExportField::name).toArray(String[]::new))
		.setQuoteMode(QuoteMode.NON_NUMERIC)
		.get();

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private CsvExport() {
	}

	/**
	 * Write incidents one at a time, and close the stream.
	 * @param source what the source of the incidents gives
	 * @return how many there were
	 */
	static long write(Iterator<IncidentSummary> incidents, SourceDetails source, OutputStream out) throws IOException {
		Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		writer.write(BYTE_ORDER_MARK);
		long written = 0;
		try (CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
			while (incidents.hasNext()) {
				IncidentSummary summary = incidents.next();
				for (ExportField field : ExportField.ALL) {
					printer.print(field.isGivenBy(source) ? cell(field.of(summary)) : SourceDetails.NOT_GIVEN);
				}
				printer.println();
				written++;
			}
		}
		return written;
	}

	private static Object cell(Object value) {
		if (value instanceof List<?> values) {
			return values.stream().map((text) -> SpreadsheetText.of(text.toString())).collect(Collectors.joining("; "));
		}
		return (value instanceof String text) ? SpreadsheetText.of(text) : value;
	}

}
