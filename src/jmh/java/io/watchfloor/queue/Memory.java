package io.watchfloor.queue;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.watchfloor.defender.Reading;
import io.watchfloor.sandbox.defender.SandboxPages;

/**
 * The heap that a queue's incidents take, measured by what a full collection leaves.
 */
public final class Memory {

	private static final int INCIDENTS = 10_000;

	private Memory() {
	}

	/**
	 * What analysts who read the same 10,000 incidents, each for themselves, take
	 * together.
	 * @param analysts how many
	 * @return bytes
	 */
	public static long ofAnalysts(int analysts) {
		return taken(() -> {
			SummaryInterner summaries = new SummaryInterner();
			List<Object> kept = new ArrayList<>(List.of(summaries));
			for (int analyst = 0; analyst < analysts; analyst++) {
				kept.add(IncidentIndex.EMPTY.with(Tenant.read(summaries, INCIDENTS)));
			}
			return kept;
		});
	}

	/**
	 * What one of them takes for each incident.
	 * @param bytes all of it
	 * @return bytes an incident
	 */
	public static long eachOf(long bytes) {
		return bytes / INCIDENTS;
	}

	/**
	 * What reading a page takes beside the answer itself, when nobody keeps the
	 * incidents.
	 * @param incidents how many the page lists
	 * @return bytes in use at its last incident
	 */
	public static long ofReading(int incidents) {
		byte[] page = new SandboxPages(incidents, Tenant.NOW).page(0, incidents);
		long before = used();
		long[] during = new long[2];
		Reading.read(page, (incident) -> {
			if (++during[0] == incidents) {
				during[1] = used();
			}
		});
		return during[1] - before;
	}

	/**
	 * The first round is for what the virtual machine and the libraries keep once and for
	 * all.
	 */
	private static long taken(Supplier<Object> kept) {
		kept.get();
		long before = used();
		Object held = kept.get();
		long after = used();
		Reference.reachabilityFence(held);
		return after - before;
	}

	private static long used() {
		System.gc();
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
