package io.watchfloor.queue.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.defender.SourceDetail;
import org.jspecify.annotations.Nullable;

/**
 * A source that keeps its incidents in memory and lists them as the API does. It can fail
 * in the middle of a page, and change between calls.
 */
public final class IncidentsInMemory implements IncidentSource {

	private static final int LARGEST_PAGE = 100;

	private static final Comparator<Incident> NEWEST_CREATED_FIRST = Comparator.comparing(IncidentsInMemory::created)
		.thenComparing(Incident::id)
		.reversed();

	private final Map<Long, Incident> incidents = new TreeMap<>();

	public final List<PageRequest> requests = new ArrayList<>();

	/**
	 * The numbers of the incidents that were read one by one.
	 */
	public final List<Long> opened = new ArrayList<>();

	public int pageSize = LARGEST_PAGE;

	public Comparator<Incident> order = NEWEST_CREATED_FIRST;

	/**
	 * Whether a page says that more follows.
	 */
	public boolean tellsMore = true;

	/**
	 * The incidents that cannot be sent: each page with one of them fails.
	 */
	public final Set<Long> unsendable = new HashSet<>();

	/**
	 * The largest page that can be sent.
	 */
	public int largestSendable = LARGEST_PAGE;

	/**
	 * What a page that cannot be sent fails with.
	 */
	public DefenderException unsendableFailure = SampleFailures.unavailable();

	private @Nullable DefenderException failure;

	private int readBeforeFailure;

	/**
	 * The most incidents that a call may skip.
	 */
	public int mostSkipped = Integer.MAX_VALUE;

	public Runnable beforeList = () -> {
	};

	public Runnable beforeGet = () -> {
	};

	public void save(Incident incident) {
		this.incidents.put(incident.id(), incident);
	}

	public void save(long id, Instant created, Instant updated, String status) {
		save(new Incident(id, null, "Incident " + id, created, updated, null, status, "High", null, null, null,
				List.of(), List.of(), List.of(), null));
	}

	public void remove(long id) {
		this.incidents.remove(id);
	}

	public Optional<Incident> find(long id) {
		return Optional.ofNullable(this.incidents.get(id));
	}

	public List<Incident> all() {
		return List.copyOf(this.incidents.values());
	}

	public void failNext(DefenderException ex, int incidentsBefore) {
		this.failure = ex;
		this.readBeforeFailure = incidentsBefore;
	}

	public int calls() {
		return this.requests.size();
	}

	@Override
	public int largestPage() {
		return LARGEST_PAGE;
	}

	@Override
	public Page list(PageRequest request, Consumer<? super Incident> reader) {
		this.requests.add(request);
		this.beforeList.run();
		if (request.skip() > this.mostSkipped) {
			throw SampleFailures.unavailable();
		}
		List<Incident> left = this.incidents.values()
			.stream()
			.filter((incident) -> isAsked(incident, request))
			.sorted(this.order)
			.skip(request.skip())
			.toList();
		List<Incident> page = left.stream().limit(Math.min(request.top(), this.pageSize)).toList();
		if (page.size() > this.largestSendable || page.stream().map(Incident::id).anyMatch(this.unsendable::contains)) {
			throw this.unsendableFailure;
		}
		DefenderException ex = this.failure;
		this.failure = null;
		if (ex != null) {
			page.stream().limit(this.readBeforeFailure).forEach(reader);
			throw ex;
		}
		page.forEach(reader);
		return new Page(page.size(), this.tellsMore && left.size() > page.size());
	}

	private static boolean isAsked(Incident incident, PageRequest request) {
		return (request.status() == null || request.status().equals(incident.status()))
				&& (request.createdUntil() == null || !created(incident).isAfter(request.createdUntil()))
				&& (request.updatedSince() == null
						|| !Objects.requireNonNull(incident.lastUpdate()).isBefore(request.updatedSince()));
	}

	private static Instant created(Incident incident) {
		return Objects.requireNonNull(incident.created());
	}

	public Incident get(long id) {
		return Objects.requireNonNull(this.incidents.get(id));
	}

	@Override
	public Incident get(long id, ReaderId caller) {
		this.opened.add(id);
		this.beforeGet.run();
		DefenderException ex = this.failure;
		this.failure = null;
		if (ex != null) {
			throw ex;
		}
		return find(id).orElseThrow(SampleFailures::notFound);
	}

	@Override
	public boolean gives(SourceDetail detail) {
		return detail != SourceDetail.SUPPLEMENT;
	}

}
