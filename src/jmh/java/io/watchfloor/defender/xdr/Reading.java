package io.watchfloor.defender.xdr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.Consumer;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.json.ResponseReader;

/**
 * Reads answers as the application does.
 */
public final class Reading {

	private static final ResponseReader<Incident> RESPONSES = DefenderApi.responseReader(Clock.systemUTC());

	private Reading() {
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
