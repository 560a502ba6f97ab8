package io.watchfloor.queue.triage;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * A change of one incident as an analyst sent it.
 *
 * @param id the incident's number
 * @param seen the state that the analyst saw; {@code null} when none was sent, which is
 * then no conflict with anything
 * @param change what to change
 * @param form names the form that was sent, and is not blank: the same form sent twice is
 * written once, and has the same result. Where the analyst went back to it and sent it
 * with something else in it, it is another
 * @param overwrite whether the analyst wants it written although somebody else changed
 * the incident meanwhile
 */
public record TriageRequest(long id, @Nullable SeenState seen, TriageChange change, String form,
		boolean overwrite) implements Serializable {

	/**
	 * Create a request.
	 * @throws IllegalArgumentException if the form has no name
	 */
	public TriageRequest {
		if (form.isBlank()) {
			throw new IllegalArgumentException("A form needs a name, so that it is not written twice");
		}
	}

	TriageRequest withSeen(@Nullable SeenState state) {
		return new TriageRequest(this.id, state, this.change, this.form, this.overwrite);
	}

}
