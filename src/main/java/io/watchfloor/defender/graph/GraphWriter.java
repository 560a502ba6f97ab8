package io.watchfloor.defender.graph;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.Incident.Comment;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.IncidentWriter;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.WriteCalls;
import io.watchfloor.defender.json.ResponseReader;
import org.jspecify.annotations.Nullable;

/**
 * Changes incidents through Microsoft Graph. A comment is a call of its own, also beside
 * a status: version 1.0 does not list {@code resolvingComment} among the properties that
 * can be updated.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/security-incident-update">Update
 * incident</a>
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/security-incident-post-comments">Create
 * comment for incident</a>
 */
final class GraphWriter implements IncidentWriter {

	private final WriteCalls calls;

	private final ResponseReader<Incident> incidents;

	private final ResponseReader<Comment> comments;

	/**
	 * Create a writer.
	 * @param calls makes the calls
	 * @param clock tells the time, so that a time that lies ahead is read as absent
	 */
	GraphWriter(WriteCalls calls, InstantSource clock) {
		this.calls = calls;
		this.incidents = GraphCalls.incidentReader(clock);
		this.comments = GraphCalls.commentReader(clock);
	}

	/**
	 * The comment comes last: it may say why the rest was done, and cannot be taken back
	 * when the rest fails.
	 */
	@Override
	public void requireRoom(ReaderId reader) {
		this.calls.requireRoom(reader);
	}

	@Override
	public List<IncidentUpdate> calls(IncidentUpdate update) {
		boolean twoCalls = update.changesFields() && update.comment() != null;
		return twoCalls ? List.of(update.withoutComment(), update.commentOnly()) : List.of(update);
	}

	@Override
	public Incident write(Incident before, IncidentUpdate call, ReaderId reader) {
		if (calls(call).size() > 1) {
			throw new IllegalArgumentException("A comment is a call of its own");
		}
		return (call.comment() != null) ? comment(before, call.comment(), reader) : update(before, call, reader);
	}

	private Incident update(Incident before, IncidentUpdate call, ReaderId reader) {
		return this.calls.update(before, reader, (uri) -> uri.path(GraphCalls.INCIDENTS + "/{id}").build(before.id()),
				fields(call), (body, partial) -> this.incidents.get(body));
	}

	private static Map<String, @Nullable Object> fields(IncidentUpdate call) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		if (call.status() != null) {
			fields.put("status", GraphWords.graphs(call.status()));
		}
		if (call.assignedTo() != null) {
			fields.put("assignedTo", call.assignedTo().isEmpty() ? null : call.assignedTo());
		}
		if (call.classification() != null) {
			fields.put("classification", GraphWords.written(call.classification()));
		}
		if (call.determination() != null) {
			fields.put("determination", GraphWords.written(call.determination()));
		}
		if (call.tags() != null) {
			fields.put("customTags", call.tags());
		}
		return fields;
	}

	private Incident comment(Incident before, String comment, ReaderId reader) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("@odata.type", "microsoft.graph.security.alertComment");
		fields.put("comment", comment);
		List<Comment> answer = this.calls.add("comment", reader,
				(uri) -> uri.path(GraphCalls.INCIDENTS + "/{id}/comments").build(before.id()), fields,
				(body, partial) -> {
					List<Comment> read = new ArrayList<>();
					this.comments.list(body, read::add);
					return read;
				});
		Set<Comment> all = new LinkedHashSet<>(before.comments());
		all.addAll(answer);
		return before.withComments(List.copyOf(all));
	}

}
