package io.watchfloor.web.triage.form;

import java.util.Arrays;
import java.util.List;

import io.watchfloor.web.format.ForeignText;

/**
 * The tags that a field can hold, with commas between them. One with a comma, a line
 * break, a character that nobody sees or white space around it would come back as
 * another: such tags are shown beside the field and stay as they are.
 */
public final class EditableTags {

	private EditableTags() {
	}

	/**
	 * Return the tags that a field can hold.
	 */
	public static List<String> of(List<String> tags) {
		return tags.stream().filter(EditableTags::isEditable).distinct().toList();
	}

	/**
	 * Return the tags that a field cannot hold.
	 */
	public static List<String> others(List<String> tags) {
		return tags.stream().filter((tag) -> !isEditable(tag)).distinct().toList();
	}

	/**
	 * Read what was typed into the field.
	 */
	public static List<String> parse(String field) {
		return Arrays.stream(field.split(",")).map(String::strip).filter((tag) -> !tag.isEmpty()).distinct().toList();
	}

	/**
	 * Return what stands in the field.
	 */
	public static String write(List<String> tags) {
		return String.join(", ", tags);
	}

	private static boolean isEditable(String tag) {
		return !tag.contains(",") && isPlain(tag);
	}

	/**
	 * Return whether a text comes back from a field for one line as it is, and can be
	 * seen there whole.
	 */
	public static boolean isPlain(String text) {
		return !text.isEmpty() && text.equals(text.strip()) && text.equals(ForeignText.line(text));
	}

}
