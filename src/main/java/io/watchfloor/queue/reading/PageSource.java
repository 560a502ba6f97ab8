package io.watchfloor.queue.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentSource.Page;
import io.watchfloor.defender.IncidentSource.PageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads pages as large as the API can send them, and skips an incident that it cannot
 * send at all: with it, each page fails, be it with status 500, a time-out or an answer
 * that is too large.
 * <ol>
 * <li>When a page fails again, its first incident is read alone, and the next page is
 * half as large. So the pages come closer to the incident that cannot be sent, until it
 * is the first.</li>
 * <li>When the first incident fails alone, the API is asked for one further back. If it
 * answers, and then fails with the first incident again, that incident is skipped.</li>
 * </ol>
 * In an outage the API does not answer for the one further back either, so nothing is
 * skipped. The calls for one incident also keep the circuit breaker closed: fewer calls
 * in a row fail than open it.
 */
final class PageSource {

	private static final Logger logger = LoggerFactory.getLogger(PageSource.class);

	/**
	 * How long after its beginning a request of somebody who waits may make another call
	 * after one that failed.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/**
	 * How far back the API is asked for another incident at most.
	 */
	private static final int FARTHEST = 64;

	private final IncidentSource source;

	private final Clock clock;

	private final PageSize size;

	/**
	 * Where incidents were skipped before.
	 */
	private final Set<Place> skipped = new HashSet<>();

	/**
	 * Whether the last page failed and nothing was read since. The first failure is
	 * reported as one, and the same page is read next, since most failures pass.
	 */
	private boolean failed;

	/**
	 * Whether a page was ever halved, so that a failure is no surprise.
	 */
	private boolean halved;

	/**
	 * Whether the next incident is to be read alone, because the last page was halved.
	 */
	private boolean alone;

	/**
	 * Where an incident failed alone, and none was read since.
	 */
	private @Nullable Place suspect;

	/**
	 * How far back the API is asked for another incident next: twice as far each time,
	 * because those directly behind may fail as well.
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
		this.size = new PageSize(source.largestPage());
	}

	/**
	 * Read a page: by one call, or up to four when one fails.
	 * @param request the page, from which fewer incidents may be read
	 * @param place where it begins
	 * @param reader receives each incident of the page
	 * @return the page; one of a single incident that cannot be read if that was skipped
	 * @throws DefenderException if the calls fail; a later request for the same page goes
	 * on from there
	 */
	Page list(PageRequest request, Place place, PageReader reader) {
		Instant patientUntil = this.clock.instant().plus(PATIENCE);
		if (!this.alone && this.size.next() > 1) {
			boolean expected = this.failed || this.halved;
			try {
				return read(request.part(request.skip(), this.size.next(), !expected), place, reader);
			}
			catch (DefenderException ex) {
				requireOfRequest(ex);
				this.failed = true;
				if (!expected) {
					throw ex;
				}
				halve();
				requirePatience(ex, patientUntil);
			}
		}
		return readAlone(request, place, reader, patientUntil);
	}

	/**
	 * Return the most incidents in a page of the API.
	 */
	int largestPage() {
		return this.source.largestPage();
	}

	/**
	 * Return whether pages are smaller than they could be, because one failed.
	 */
	boolean isHalving() {
		return this.alone || this.size.next() < largestPage();
	}

	/**
	 * Read the first incident of a page, or skip it.
	 */
	private Page readAlone(PageRequest request, Place place, PageReader reader, Instant patientUntil) {
		if (!place.equals(this.suspect)) {
			try {
				return read(request.part(request.skip(), 1, false), place, reader);
			}
			catch (DefenderException ex) {
				requireOfRequest(ex);
				if (this.skipped.contains(place)) {
					return skip(place);
				}
				this.suspect = place;
				requirePatience(ex, patientUntil);
			}
		}
		requireAnswerFurtherBack(request);
		try {
			return read(request.part(request.skip(), 1, true), place, reader);
		}
		catch (DefenderException ex) {
			requireOfRequest(ex);
			return skip(place);
		}
	}

	private Page read(PageRequest part, Place place, PageReader reader) {
		reader.begin();
		Page page = this.source.list(part, (incident) -> {
			if (incident.id() != place.before()) {
				this.skipped.remove(place);
			}
			reader.accept(incident);
		});
		this.furtherBack = 1;
		readOn();
		this.size.read(page.size());
		return page;
	}

	private Page skip(Place place) {
		if (this.skipped.add(place)) {
			logger.warn("The Defender API cannot send an incident, which is skipped: number {} after incident {}",
					place.skipped() + 1, place.before());
		}
		readOn();
		this.size.skipped();
		return new Page(1, true, List.of(place.before()));
	}

	private void halve() {
		this.size.halve();
		this.halved = true;
		this.alone = true;
	}

	private void readOn() {
		this.failed = false;
		this.alone = false;
		this.suspect = null;
	}

	private void requireAnswerFurtherBack(PageRequest request) {
		try {
			this.source.list(request.part(request.skip() + this.furtherBack, 1, false), (incident) -> {
			});
		}
		catch (DefenderException ex) {
			requireOfRequest(ex);
			this.furtherBack = (this.furtherBack < FARTHEST) ? 2 * this.furtherBack : 1;
			throw ex;
		}
	}

	private static void requireOfRequest(DefenderException ex) {
		if (!ex.isOfRequest()) {
			throw ex;
		}
	}

	private void requirePatience(DefenderException ex, Instant patientUntil) {
		if (this.clock.instant().isAfter(patientUntil)) {
			throw ex;
		}
	}

}
