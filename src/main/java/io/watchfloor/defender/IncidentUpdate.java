package io.watchfloor.defender;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A change of an incident: the fields that change, and {@code null} for those that stay.
 *
 * @param status {@code Active}, {@code InProgress} or {@code Resolved}
 * @param assignedTo the new owner's user name; empty for nobody
 * @param classification the new classification, which goes together with a determination
 * @param determination the new determination
 * @param tags all labels that people gave it, as they shall be
 * @param comment a text to add, at most 30,000 characters; it can be neither changed nor
 * deleted later
 * @see <a href=
 * "https://learn.microsoft.com/en-us/defender-xdr/api-update-incidents">Update incidents
 * API</a>
 */
public record IncidentUpdate(@Nullable String status, @Nullable String assignedTo,
		@Nullable Classification classification, @Nullable Determination determination, @Nullable List<String> tags,
		@Nullable String comment) implements Serializable {

	public IncidentUpdate {
		tags = (tags != null) ? List.copyOf(tags) : null;
	}

	/**
	 * Return whether any field but the comment changes.
	 */
	public boolean changesFields() {
		return this.status != null || this.assignedTo != null || this.classification != null
				|| this.determination != null || this.tags != null;
	}

	/**
	 * Return the change without its comment.
	 */
	public IncidentUpdate withoutComment() {
		return new IncidentUpdate(this.status, this.assignedTo, this.classification, this.determination, this.tags,
				null);
	}

	/**
	 * Return the comment alone.
	 */
	public IncidentUpdate commentOnly() {
		return new IncidentUpdate(null, null, null, null, null, this.comment);
	}

}
