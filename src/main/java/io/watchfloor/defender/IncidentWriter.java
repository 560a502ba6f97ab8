package io.watchfloor.defender;

import java.util.List;

/**
 * Changes incidents as the analyst who is signed in to the current request, with that
 * analyst's token. There is none unless {@code WATCHFLOOR_TRIAGE} is on. Writes have a
 * budget of their own, are never repeated, and never made twice for one call of this
 * method.
 */
public interface IncidentWriter {

	/**
	 * Return the calls that an update takes, in their order. The Defender API takes all
	 * in one; Microsoft Graph takes a comment in a call of its own.
	 * @param update the update, which changes something
	 * @return the parts of it, at least one
	 */
	List<IncidentUpdate> calls(IncidentUpdate update);

	/**
	 * Check that a reader could make a call now. An incident is read again before it is
	 * changed, and that would be for nothing, at the expense of those who read.
	 * @param reader the reader
	 * @throws DefenderException.Throttled when a call would have to wait
	 */
	default void requireRoom(ReaderId reader) {
	}

	/**
	 * Make one call.
	 * @param before the incident as it was read a moment ago
	 * @param call one of the {@link #calls}
	 * @param reader the reader that makes the call
	 * @return the incident as it is now; alerts lag behind it, and those that the answer
	 * does not have are those of {@code before}
	 * @throws DefenderException.Throttled when the call has to wait, and was not made or
	 * was refused for it
	 * @throws DefenderException when the call fails;
	 * {@link DefenderException#mayHaveTakenEffect} tells whether nobody can know what
	 * became of it
	 */
	Incident write(Incident before, IncidentUpdate call, ReaderId reader);

}
