package io.watchfloor.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import io.watchfloor.defender.SpoiltAnswers;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.web.format.SourceDetails;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold of exports, whatever the API answered.
 */
final class SpoiltExports {

	private SpoiltExports() {
	}

	/**
	 * An answer of the API: every incident that can be read can be exported.
	 */
	static void exports(byte[] answer) {
		SpoiltAnswers.list(answer).stream().map(IncidentSummary::of).forEach(SpoiltExports::export);
	}

	private static void export(IncidentSummary summary) {
		try {
			assertThat(CsvExport.write(List.of(summary).iterator(), SourceDetails.ALL, OutputStream.nullOutputStream()))
				.isEqualTo(1);
			assertThat(
					JsonExport.write(List.of(summary).iterator(), SourceDetails.ALL, OutputStream.nullOutputStream()))
				.isEqualTo(1);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
