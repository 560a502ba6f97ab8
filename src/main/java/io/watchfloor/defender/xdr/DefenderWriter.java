package io.watchfloor.defender.xdr;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.IncidentWriter;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.WriteCalls;
import io.watchfloor.defender.json.ResponseReader;
import org.jspecify.annotations.Nullable;

/**
 * Changes incidents through the Defender API, which takes all of an update in one call. A
 * field that is not sent stays.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/defender-xdr/api-update-incidents">Update incidents
 * API</a>
 */
final class DefenderWriter implements IncidentWriter {

	private final WriteCalls calls;

	private final ResponseReader<Incident> responseReader;

	/**
	 * Create a writer.
	 * @param calls makes the calls
	 * @param clock tells the time, so that a time that lies ahead is read as absent
	 */
	DefenderWriter(WriteCalls calls, InstantSource clock) {
		this.calls = calls;
		this.responseReader = DefenderApi.responseReader(clock);
	}

	@Override
	public void requireRoom(ReaderId reader) {
		this.calls.requireRoom(reader);
	}

	@Override
	public List<IncidentUpdate> calls(IncidentUpdate update) {
		return List.of(update);
	}

	@Override
	public Incident write(Incident before, IncidentUpdate call, ReaderId reader) {
		return this.calls.update(before, reader, (uri) -> uri.path(DefenderApi.INCIDENTS + "/{id}").build(before.id()),
				fields(call), (body, partial) -> this.responseReader.get(body));
	}

	/**
	 * An owner is taken away by an empty text: {@code null} is documented nowhere.
	 */
	private static Map<String, @Nullable Object> fields(IncidentUpdate call) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		if (call.status() != null) {
			fields.put("status", call.status());
		}
		if (call.assignedTo() != null) {
			fields.put("assignedTo", call.assignedTo());
		}
		if (call.classification() != null) {
			fields.put("classification", call.classification().word());
		}
		if (call.determination() != null) {
			fields.put("determination", call.determination().word());
		}
		if (call.tags() != null) {
			fields.put("tags", call.tags());
		}
		if (call.comment() != null) {
			fields.put("comment", call.comment());
		}
		return fields;
	}

}
