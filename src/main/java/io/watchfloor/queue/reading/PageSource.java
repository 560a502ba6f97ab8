package io.watchfloor.queue.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentSource.Page;
import io.watchfloor.defender.IncidentSource.PageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads pages as large as the API can send them, and skips an incident that it cannot
 * send at all: with it, each page fails, be it with status 500, a time-out or an answer
 * that is too large. A page that fails is halved, down to one incident.
 * <p>
 * An outage fails in the same way. So an incident is skipped only if the API answers a
 * call for one incident from further back, directly before or after. It is asked so after
 * every few failures, which keeps the circuit breaker closed. The first failure of all is
 * always reported as one.
 */
final class PageSource {

	private static final Logger logger = LoggerFactory.getLogger(PageSource.class);

	/**
	 * How long one request of somebody who waits may go on with halving.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/**
	 * After how many failures the API is asked for one incident from further back: fewer
	 * than open the circuit breaker, and as many as a retried call has.
	 */
	private static final int MOST_UNANSWERED = 3;

	/**
	 * How far back the API is asked for one incident at most.
	 */
	private static final int FARTHEST = 64;

	private final IncidentSource source;

	private final Clock clock;

	private final PageSize size = new PageSize();

	/**
	 * Where incidents were skipped before.
	 */
	private final Set<Place> skipped = new HashSet<>();

	/**
	 * Whether the last page failed and nothing was read since.
	 */
	private boolean failed;

	/**
	 * Whether a page was ever halved, so that a failure is no surprise.
	 */
	private boolean halved;

	/**
	 * How far back the API is asked for one incident next.
	 */
	private int furtherBack = 1;

	/**
	 * Create a source that has read nothing yet.
	 * @param source where the analyst's incidents come from
	 * @param clock tells the time
	 */
	PageSource(IncidentSource source, Clock clock) {
		this.source = source;
		this.clock = clock;
	}

	/**
	 * Read a page: by one call, or by up to a dozen after one that failed.
	 * @param request the page, from which fewer incidents may be read
	 * @param place where it begins
	 * @param reader receives each incident of the page
	 * @return the page; one of a single incident that cannot be read if that was skipped
	 * @throws DefenderException if the call fails; a later call for the same page may ask
	 * for less
	 */
	Page list(PageRequest request, Place place, Consumer<? super Incident> reader) {
		Instant begin = this.clock.instant();
		boolean expected = this.failed || this.halved;
		boolean first = !this.failed;
		int unanswered = MOST_UNANSWERED;
		if (this.failed) {
			requireAnswer(request);
			unanswered = 0;
		}
		while (true) {
			int top = this.size.next();
			boolean retried = first && top == request.top();
			try {
				return read(request.part(request.skip(), top, retried), place, reader);
			}
			catch (DefenderException ex) {
				if (!ex.isOfRequest()) {
					throw ex;
				}
				if (top == 1 && this.skipped.contains(place)) {
					return skip(place);
				}
				this.failed = true;
				if (!expected) {
					throw ex;
				}
				unanswered += retried ? MOST_UNANSWERED : 1;
				if (unanswered >= ((top == 1) ? 2 : MOST_UNANSWERED)) {
					requireAnswer(request);
					unanswered = 0;
				}
				if (top == 1) {
					return skip(place);
				}
				halve();
				first = false;
				if (this.clock.instant().isAfter(begin.plus(PATIENCE))) {
					throw ex;
				}
			}
		}
	}

	private void halve() {
		this.size.halve();
		this.halved = true;
	}

	private Page read(PageRequest part, Place place, Consumer<? super Incident> reader) {
		Page page = this.source.list(part, (incident) -> {
			if (incident.id() != place.before()) {
				this.skipped.remove(place);
			}
			reader.accept(incident);
		});
		this.failed = false;
		this.furtherBack = 1;
		this.size.read(page.size());
		return page;
	}

	private Page skip(Place place) {
		if (this.skipped.add(place)) {
			logger.warn("The Defender API cannot send an incident, which is skipped: number {} after incident {}",
					place.skipped() + 1, place.before());
		}
		this.failed = false;
		this.size.skipped();
		return new Page(1, true, List.of(place.before()));
	}

	/**
	 * Ask the API for one incident behind the beginning of a page that failed. Those
	 * directly behind may fail as well, so that the next time it is asked for one further
	 * back.
	 */
	private void requireAnswer(PageRequest request) {
		try {
			this.source.list(request.part(request.skip() + this.furtherBack, 1, false), (incident) -> {
			});
		}
		catch (DefenderException ex) {
			if (ex.isOfRequest()) {
				this.furtherBack = (this.furtherBack < FARTHEST) ? 2 * this.furtherBack : 1;
			}
			throw ex;
		}
	}

}
