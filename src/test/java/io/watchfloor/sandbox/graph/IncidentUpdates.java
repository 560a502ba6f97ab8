package io.watchfloor.sandbox.graph;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.Answer;
import io.watchfloor.sandbox.defender.ApiCall;
import io.watchfloor.sandbox.defender.IncidentWrite;
import io.watchfloor.sandbox.defender.IncidentWrites;
import io.watchfloor.sandbox.defender.Json;
import io.watchfloor.sandbox.defender.StoredIncident;
import io.watchfloor.sandbox.defender.WriteBody;
import io.watchfloor.sandbox.defender.WriteControls;
import io.watchfloor.sandbox.defender.WriteRules;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Graph does to an incident on demand. A comment takes a call of its own.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/security-incident-update">Update
 * incident</a>
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/security-incident-post-comments">Create
 * comment</a>
 */
final class IncidentUpdates {

	/**
	 * The reference has more in the resource, such as {@code severity}, but does not list
	 * it among what can be updated.
	 */
	private static final Set<String> PROPERTIES = Set.of("status", "assignedTo", "classification", "determination",
			"customTags");

	private static final Set<String> COMMENT = Set.of("@odata.type", "comment");

	private static final Set<String> COMMENT_TYPES = Set.of("microsoft.graph.security.alertComment",
			"#microsoft.graph.security.alertComment");

	private final IncidentWrites writes;

	private final WriteControls controls;

	IncidentUpdates(IncidentWrites writes, WriteControls controls) {
		this.writes = writes;
		this.controls = controls;
	}

	Answer update(ApiCall call, String id, Reader reader) {
		WriteBody body = WriteBody.of(call.request(), PROPERTIES);
		StoredIncident changed = write(call, id,
				new IncidentWrite(word(body, "status", Words.STATUS, WriteRules.STATUSES), owner(body),
						word(body, "classification", Words.CLASSIFICATION, WriteRules.CLASSIFICATIONS),
						word(body, "determination", Words.DETERMINATION, WriteRules.ALL_DETERMINATIONS),
						body.texts("customTags"), null),
				reader);
		ObjectNode told = Json.object().put("@odata.context", reader.api() + "/$metadata#security/incidents/$entity");
		told.setAll(new IncidentForm(reader, false).tell(changed));
		return new Answer(200, reader.headers(), GraphErrors.JSON, Json.body(told));
	}

	/**
	 * Add a comment, and answer all that the incident has.
	 */
	Answer comment(ApiCall call, String id, Reader reader) {
		WriteBody body = WriteBody.of(call.request(), COMMENT);
		if (!COMMENT_TYPES.contains(Objects.toString(body.text("@odata.type"), ""))) {
			throw GraphErrors.badRequest("A comment says its type in '@odata.type'");
		}
		StoredIncident changed = write(call, id, IncidentWrite.comment(Objects.toString(body.text("comment"), "")),
				reader);
		ObjectNode told = Json.object()
			.put("@odata.context", reader.api() + "/$metadata#security/incidents('" + id + "')/comments");
		told.set("value", IncidentForm.comments(changed.head().path("comments")));
		return new Answer(200, reader.headers(), GraphErrors.JSON, Json.body(told));
	}

	private StoredIncident write(ApiCall call, String id, IncidentWrite write, Reader reader) {
		if (!id.matches("\\d{1,18}")) {
			throw GraphErrors.noSuchIncident();
		}
		SandboxAccount account = reader.account();
		StoredIncident changed = this.writes.write(Long.parseLong(id), write, account);
		this.controls.done(call, account);
		return changed;
	}

	/**
	 * Nobody is {@code null}; an empty text is no owner's name.
	 */
	private static @Nullable String owner(WriteBody body) {
		if (body.isNull("assignedTo")) {
			return "";
		}
		String owner = body.text("assignedTo");
		if (owner != null && owner.isBlank()) {
			throw GraphErrors.badRequest("An owner has a name, or is null");
		}
		return owner;
	}

	/**
	 * Read a word of an enumeration. Its first letter may be a capital, as in the
	 * reference's own example.
	 */
	private static @Nullable String word(WriteBody body, String name, Words words, Set<String> known) {
		String said = body.text(name);
		if (said == null) {
			return null;
		}
		List<String> meant = known.stream()
			.filter((word) -> Words.lowerCamel(said).equals(words.say(word, true)))
			.toList();
		if (meant.size() != 1) {
			throw GraphErrors.badRequest("'" + said + "' cannot be written as " + name);
		}
		return meant.get(0);
	}

}
