package io.watchfloor.web.triage;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.triage.form.TriageForm;
import org.jspecify.annotations.Nullable;

/**
 * What the page with the preview of a comment shows: {@code preview.html} knows it as
 * {@code preview}.
 *
 * @param action where the form is sent to
 * @param fields the fields of the form
 * @param comment the comment as it will appear, or {@code null} where there is none
 * @param problems what is wrong with the form
 */
record PreviewPage(String action, List<Field> fields, @Nullable String comment, List<String> problems) {

	static PreviewPage of(TriageForm form, TriageChange change, String action, String back) {
		List<Field> fields = Stream
			.concat(form.fields().entrySet().stream().map((field) -> new Field(field.getKey(), field.getValue())),
					Stream.of(new Field("back", back)))
			.toList();
		return new PreviewPage(action, fields, ForeignText.lines(change.comment()), change.problems());
	}

	/**
	 * A field of the form.
	 *
	 * @param name its name
	 * @param value what it holds
	 */
	record Field(String name, String value) {
	}

}
