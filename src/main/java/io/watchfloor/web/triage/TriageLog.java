package io.watchfloor.web.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.AuditLog;
import io.watchfloor.signin.consent.WriteAudit;
import io.watchfloor.web.triage.desk.TriageDesk;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Logs each write once: which fields of which incident, their values before and after,
 * and what became of it.
 */
@Component
@ConditionalOnBooleanProperty("watchfloor.triage")
class TriageLog {

	private final AuditLog audit;

	TriageLog(AuditLog audit) {
		this.audit = audit;
	}

	/**
	 * Log what became of a change, unless that was logged before.
	 * @param result what became of it, or {@code null} where nothing was tried
	 */
	void log(HttpServletRequest request, Analyst analyst, TriageDesk desk, @Nullable TriageResult result) {
		if (result != null && desk.isToBeLogged(result)) {
			this.audit.triaged(request, analyst, audit(result));
		}
	}

	static WriteAudit audit(TriageResult result) {
		TriageChange change = result.request().change();
		SeenState before = result.before();
		Map<String, WriteAudit.Change> fields = new LinkedHashMap<>();
		put(fields, "status", before, SeenState::status, change.status());
		put(fields, "assignedTo", before, SeenState::assignedTo, change.assignedTo());
		put(fields, "classification", before, SeenState::classification,
				(change.classification() != null) ? change.classification().word() : null);
		put(fields, "determination", before, SeenState::determination,
				(change.determination() != null) ? change.determination().word() : null);
		put(fields, "tags", before, (state) -> String.join(",", state.tags()), tags(before, change));
		String comment = change.comment();
		return new WriteAudit(result.request().id(), fields, (comment != null) ? comment.length() : 0,
				switch (result.outcome()) {
					case DONE, UNCHANGED, PARTLY -> WriteAudit.Result.SUCCESS;
					case CONFLICT, REDIRECTED, NOT_DONE -> WriteAudit.Result.FAILURE;
					case UNKNOWN -> WriteAudit.Result.UNKNOWN;
				}, result.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
				(result.failure() != null) ? result.failure().trackingId() : null);
	}

	private static void put(Map<String, WriteAudit.Change> fields, String name, @Nullable SeenState before,
			Function<SeenState, String> field, @Nullable String after) {
		if (after != null) {
			fields.put(name, new WriteAudit.Change((before != null) ? field.apply(before) : "", after));
		}
	}

	private static @Nullable String tags(@Nullable SeenState before, TriageChange change) {
		if (change.tagsAdded().isEmpty() && change.tagsRemoved().isEmpty()) {
			return null;
		}
		List<String> tags = new ArrayList<>((before != null) ? before.tags() : List.of());
		tags.removeAll(change.tagsRemoved());
		change.tagsAdded().stream().filter((tag) -> !tags.contains(tag)).forEach(tags::add);
		return String.join(",", tags);
	}

}
