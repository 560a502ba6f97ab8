package io.watchfloor.web.incident;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.queue.TechniqueNames;
import io.watchfloor.web.format.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * An ATT&amp;CK technique as the page shows it.
 *
 * @param id its id, such as {@code T1059.001}, or the API's text if that is no id
 * @param name its name, such as {@code Command and Scripting Interpreter: PowerShell}, or
 * {@code null} if it is not known; a revoked technique has the name of its successor
 * @param note what became of a retired technique, such as {@code now T1685}, or
 * {@code null}
 * @param url the address of its page at MITRE, or {@code null} if the id does not have
 * the form of one
 */
record TechniqueView(String id, @Nullable String name, @Nullable String note, @Nullable String url) {

	private static final Pattern ID = Pattern.compile("(T\\d{4})(?:\\.(\\d{3}))?");

	static TechniqueView of(String technique) {
		Matcher id = ID.matcher(technique);
		if (!id.matches()) {
			return new TechniqueView(ForeignText.lineOr(technique, "Unnamed technique"), null, null, null);
		}
		String sub = (id.group(2) != null) ? id.group(2) + "/" : "";
		String successor = TechniqueNames.successor(technique);
		return new TechniqueView(technique, TechniqueNames.of((successor != null) ? successor : technique),
				(successor != null) ? "now " + successor : note(technique),
				"https://attack.mitre.org/techniques/" + id.group(1) + "/" + sub);
	}

	private static @Nullable String note(String technique) {
		return (TechniqueNames.isRetired(technique)) ? "deprecated" : null;
	}

}
