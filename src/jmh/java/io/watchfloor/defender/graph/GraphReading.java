package io.watchfloor.defender.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.Consumer;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.json.ResponseReader;

/**
 * Reads Graph's answers as the application does.
 */
public final class GraphReading {

	private static final ResponseReader<Incident> RESPONSES = GraphCalls.incidentReader(Clock.systemUTC());

	private GraphReading() {
	}

	/**
	 * Read a page of incidents.
	 * @param body the answer
	 * @param reader takes each incident
	 */
	public static void read(byte[] body, Consumer<? super Incident> reader) {
		try {
			RESPONSES.list(new ByteArrayInputStream(body), reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
