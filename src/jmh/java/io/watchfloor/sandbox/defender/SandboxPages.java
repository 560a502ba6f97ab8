package io.watchfloor.sandbox.defender;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

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
			for (StoredIncident incident : incidents(first, size)) {
				if (out.size() > START.length) {
					out.write(',');
				}
				incident.writeTo(out, new byte[0], (alert) -> true);
			}
			out.write(']');
			out.write('}');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/**
	 * The incidents of an answer.
	 * @param first the index of the first one, oldest first, from 0
	 * @param size how many there are
	 * @return the incidents
	 */
	public List<StoredIncident> incidents(int first, int size) {
		return IntStream.range(first, first + size)
			.mapToObj((index) -> StoredIncident.of(this.factory.past(index, this.tenant, this.now)))
			.toList();
	}

}
