package io.watchfloor.queue.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.TriagedIncidents;
import org.jspecify.annotations.Nullable;

/**
 * Incidents in memory that can be changed as through the API: labels are replaced,
 * comments are added, and only pairs of classification and determination that go together
 * are taken. Calls can fail before and after they take effect.
 */
public final class WritableIncidents implements TriagedIncidents {

	/**
	 * The analyst whose token the calls have.
	 */
	public static final String ANALYST = "ada@contoso.com";

	private final Map<Long, Incident> incidents = new TreeMap<>();

	private final Deque<RuntimeException> refusals = new ArrayDeque<>();

	private final Deque<RuntimeException> breaks = new ArrayDeque<>();

	private final Deque<RuntimeException> readFailures = new ArrayDeque<>();

	private boolean lags;

	private @Nullable Incident staleAnswer;

	/**
	 * What took effect, in this order.
	 */
	public final List<Write> writes = new ArrayList<>();

	/**
	 * The numbers of the incidents that were read.
	 */
	public final List<Long> reads = new ArrayList<>();

	/**
	 * Whether a comment is a call of its own, as for Microsoft Graph.
	 */
	public boolean commentsApart;

	/**
	 * Whether a classification can be taken back.
	 */
	public boolean takesNotSet = true;

	/**
	 * Throws where a change would have to wait.
	 */
	public Runnable room = () -> {
	};

	public Runnable beforeRead = () -> {
	};

	public Runnable beforeWrite = () -> {
	};

	/**
	 * Let there be an active incident that nobody has touched.
	 */
	public WritableIncidents add(long id) {
		this.incidents.put(id, of(id, new SeenState("Active", "", "Unknown", "NotAvailable", List.of()), List.of()));
		return this;
	}

	/**
	 * Let an incident be in a state.
	 */
	public void set(long id, SeenState state) {
		Incident now = this.incidents.get(id);
		this.incidents.put(id, of(id, state, (now != null) ? now.comments() : List.of()));
	}

	/**
	 * Let somebody else change an incident.
	 */
	public void change(long id, UnaryOperator<Incident> change) {
		this.incidents.put(id, change.apply(get(id)));
	}

	/**
	 * Let somebody else write a comment.
	 */
	public void comment(long id, @Nullable String author, String text) {
		change(id,
				(incident) -> of(id, SeenState.of(incident),
						Stream.concat(incident.comments().stream(), Stream.of(new Incident.Comment(text, author, null)))
							.toList()));
	}

	/**
	 * Let an incident be merged into another.
	 */
	public void redirect(long id, @Nullable Long target) {
		change(id, (incident) -> new Incident(id, target, null, null, null, null, "Redirected", null, null, null, null,
				List.of(), List.of(), List.of(), null));
	}

	/**
	 * Let the next write fail before it takes effect.
	 */
	public void refuse(RuntimeException failure) {
		this.refusals.add(failure);
	}

	/**
	 * Let the next write fail after it took effect.
	 */
	public void breakOff(RuntimeException failure) {
		this.breaks.add(failure);
	}

	/**
	 * Let the next reading fail.
	 */
	public void failReading(RuntimeException failure) {
		this.readFailures.add(failure);
	}

	/**
	 * Let the next write break off after it took effect, and the reading after that not
	 * show it yet.
	 */
	public void breakOffAndLag(RuntimeException failure) {
		breakOff(failure);
		this.lags = true;
	}

	/**
	 * Return an incident as it is, without a call.
	 */
	public Incident get(long id) {
		return Objects.requireNonNull(this.incidents.get(id));
	}

	@Override
	public void requireRoom() {
		this.room.run();
	}

	@Override
	public Incident read(long id) {
		this.reads.add(id);
		this.beforeRead.run();
		throwIfAny(this.readFailures);
		Incident stale = this.staleAnswer;
		this.staleAnswer = null;
		Incident now = (stale != null) ? stale : this.incidents.get(id);
		if (now == null) {
			throw SampleFailures.notFound();
		}
		return now;
	}

	@Override
	public List<IncidentUpdate> calls(IncidentUpdate update) {
		boolean two = this.commentsApart && update.changesFields() && update.comment() != null;
		return two ? List.of(update.withoutComment(), update.commentOnly()) : List.of(update);
	}

	@Override
	public Incident write(Incident before, IncidentUpdate call) {
		this.beforeWrite.run();
		throwIfAny(this.refusals);
		Classification classification = call.classification();
		Determination determination = call.determination();
		if ((classification == Classification.NOT_SET) ? !this.takesNotSet
				: classification != null && !classification.determinations().contains(determination)) {
			throw SampleFailures.rejected();
		}
		this.staleAnswer = this.lags ? get(before.id()) : null;
		this.lags = false;
		Incident after = written(get(before.id()), call);
		this.incidents.put(before.id(), after);
		this.writes.add(new Write(before.id(), call));
		throwIfAny(this.breaks);
		return after;
	}

	private static Incident written(Incident now, IncidentUpdate call) {
		Classification classification = call.classification();
		Determination determination = call.determination();
		List<String> tags = call.tags();
		SeenState state = new SeenState(or(call.status(), now.status()), or(call.assignedTo(), now.assignedTo()),
				or((classification != null) ? classification.word() : null, now.classification()),
				or((determination != null) ? determination.word() : null, now.determination()),
				(tags != null) ? tags : now.tags());
		List<Incident.Comment> comments = new ArrayList<>(now.comments());
		String comment = call.comment();
		if (comment != null) {
			comments.add(new Incident.Comment(comment.replace("\n", "\r\n"), ANALYST, null));
		}
		return of(now.id(), state, comments);
	}

	private static String or(@Nullable String value, @Nullable String otherwise) {
		return Objects.requireNonNullElse(value, Objects.requireNonNullElse(otherwise, ""));
	}

	private static Incident of(long id, SeenState state, List<Incident.Comment> comments) {
		return new Incident(id, null, "Suspicious sign-in", null, null,
				state.assignedTo().isEmpty() ? null : state.assignedTo(), state.status(), null, state.classification(),
				state.determination(), null, state.tags(), comments, List.of(), null);
	}

	private static void throwIfAny(Deque<RuntimeException> failures) {
		RuntimeException failure = failures.poll();
		if (failure != null) {
			throw failure;
		}
	}

	@Override
	public Set<String> analyst() {
		return Set.of(ANALYST);
	}

	/**
	 * A call that took effect.
	 */
	public record Write(long id, IncidentUpdate call) {
	}

}
