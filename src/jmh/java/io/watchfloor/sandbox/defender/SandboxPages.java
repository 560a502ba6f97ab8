package io.watchfloor.sandbox.defender;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The sandbox's incidents as its API answers them, of a tenant of any size: six in ten
 * have one alert, most others up to four, one in twenty up to forty.
 */
public final class SandboxPages {

	private static final byte[] START = "{\"value\":[".getBytes(StandardCharsets.US_ASCII);

	private final IncidentFactory factory = new IncidentFactory(20261123);

	private final int tenant;

	private final Instant now;

	/**
	 * Pages of a tenant.
	 * @param tenant how many incidents it has
	 * @param now when its newest incident was created
	 */
	public SandboxPages(int tenant, Instant now) {
		this.tenant = tenant;
		this.now = now;
	}

	/**
	 * One answer.
	 * @param first the index of its first incident, oldest first, from 0
	 * @param size how many it lists
	 * @return the body, UTF-8
	 */
	public byte[] page(int first, int size) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			out.write(START);
			for (int index = first; index < first + size; index++) {
				if (index > first) {
					out.write(',');
				}
				StoredIncident.of(this.factory.past(index, this.tenant, this.now))
					.writeTo(out, new byte[0], (alert) -> true);
			}
			out.write(']');
			out.write('}');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

}
