package io.watchfloor.signin.consent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is logged of one write to an incident. The text of a comment is not among it.
 *
 * @param incident the incident's id
 * @param fields the fields that were to be changed by their names, such as
 * {@code status}, without a comment
 * @param commentLength how many characters the comment has, or 0 where there is none
 * @param result whether it was written, where that is known
 * @param outcome what became of it in a word, such as {@code done} or {@code conflict}
 * @param trackingId the id under which Microsoft's support finds a call that failed, or
 * {@code null}
 */
public record WriteAudit(long incident, Map<String, Change> fields, int commentLength, Result result, String outcome,
		@Nullable String trackingId) {

	/**
	 * Copy the fields in their order.
	 */
	public WriteAudit {
		fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
	}

	/**
	 * The change of a field.
	 *
	 * @param before the value before, empty for none
	 * @param after the value that was to be written, empty for none; several, such as
	 * tags, with commas between them
	 */
	public record Change(String before, String after) {
	}

	/**
	 * Whether it was written.
	 */
	public enum Result {

		/** It was. */
		SUCCESS,
		/** It was not. */
		FAILURE,
		/** That could not be learned. */
		UNKNOWN

	}

}
