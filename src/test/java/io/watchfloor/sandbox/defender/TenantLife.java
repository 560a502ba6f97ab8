package io.watchfloor.sandbox.defender;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

/**
 * What goes on in the tenant while it runs: incidents arrive, people work on them. Equal
 * seeds and equal moments give equal lives.
 */
final class TenantLife {

	/**
	 * Among how many of the newest incidents people work.
	 */
	private static final int DESK = 200;

	private static final List<String> PEOPLE = List.of("ada.analyst@contoso.com", "lee.lead@contoso.com",
			"maria.mendes@contoso.com");

	private final DefenderOptions options;

	private final TenantData data;

	private final IncidentStore store;

	private final IncidentChanges changes;

	private Random random;

	private long nextId;

	TenantLife(DefenderOptions options, TenantData data, IncidentStore store, IncidentChanges changes) {
		this.options = options;
		this.data = data;
		this.store = store;
		this.changes = changes;
		this.random = new Random(options.seed());
		restart();
	}

	/**
	 * Put everything back to how it began.
	 */
	synchronized void restart() {
		this.store.replaceAll(this.data.beginning());
		this.random = new Random(this.options.seed());
		this.nextId = this.store.largestId() + 1;
	}

	/**
	 * Put every incident back to how it began, or to the short form of that.
	 */
	synchronized void putBack(boolean shortened) {
		this.store.replaceAll(shortened ? this.data.shortened() : this.data.beginning());
	}

	/**
	 * Let a generated incident arrive, created now unless changed.
	 * @return its id
	 */
	synchronized long arrive(Consumer<ObjectNode> change) {
		long id = this.nextId++;
		ObjectNode incident = this.data.arriving(id, this.options.clock().instant());
		change.accept(incident);
		this.store.put(StoredIncident.of(incident));
		return id;
	}

	/**
	 * Let a moment pass: mostly one thing happens, now and then nothing.
	 */
	synchronized void tick() {
		switch (this.random.nextInt(12)) {
			case 0, 1, 2 -> arrive((incident) -> {
			});
			case 3, 4 -> this.changes.start(somebodysWork(), somebody());
			case 5, 6 -> this.changes.comment(somebodysWork(), somebody(), "Looked at the devices, asked their users.");
			case 7 -> this.changes.assign(somebodysWork(), somebody());
			case 8, 9 -> this.changes.resolve(somebodysWork(), "TruePositive", "Malware");
			case 10 -> merge();
			default -> {
				// a quiet moment
			}
		}
	}

	private void merge() {
		long from = somebodysWork();
		long into = somebodysWork();
		if (from != into) {
			this.changes.merge(from, into);
		}
	}

	/**
	 * One of the newest incidents that is still open; where there is none, a new one.
	 */
	private long somebodysWork() {
		List<Long> open = this.store.newestFirst()
			.stream()
			.limit(DESK)
			.filter((incident) -> incident.id() >= IncidentFactory.FIRST_ID)
			.filter((incident) -> "Active".equals(incident.status()) || "InProgress".equals(incident.status()))
			.map(StoredIncident::id)
			.toList();
		return open.isEmpty() ? arrive((incident) -> {
		}) : open.get(this.random.nextInt(open.size()));
	}

	private String somebody() {
		return PEOPLE.get(this.random.nextInt(PEOPLE.size()));
	}

}
