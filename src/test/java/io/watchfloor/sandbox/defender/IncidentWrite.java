package io.watchfloor.sandbox.defender;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A change of an incident as a caller asks for it, in the words of the Defender API.
 * {@code null} stands for what stays as it is.
 *
 * @param status the new status
 * @param assignedTo the new owner; empty for nobody
 * @param classification the new classification
 * @param determination the new determination
 * @param tags all labels that people gave it, as they shall be
 * @param comment a text to add
 */
public record IncidentWrite(@Nullable String status, @Nullable String assignedTo, @Nullable String classification,
		@Nullable String determination, @Nullable List<String> tags, @Nullable String comment) {

	/**
	 * Return a change of nothing but the owner.
	 * @param owner a user name; empty for nobody
	 */
	public static IncidentWrite assignedTo(String owner) {
		return new IncidentWrite(null, owner, null, null, null, null);
	}

	/**
	 * Return a change of nothing but the status.
	 * @param status the new status
	 */
	public static IncidentWrite status(String status) {
		return new IncidentWrite(status, null, null, null, null, null);
	}

	/**
	 * Return a change that only adds a comment.
	 * @param text the comment
	 */
	public static IncidentWrite comment(String text) {
		return new IncidentWrite(null, null, null, null, null, text);
	}

	boolean isEmpty() {
		return equals(new IncidentWrite(null, null, null, null, null, null));
	}

}
