package io.watchfloor.web.entity;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An entity in the detail of an alert that names it.
 *
 * @param link its title, leading to its place among the entities
 * @param verdict how it was judged in this alert, or {@code null} if it was not
 * @param details its role, a process's command line, hash and parent, or a file's hash
 */
public record Mention(FactValue link, @Nullable Verdict verdict, List<Fact> details) {

	/**
	 * Return the HTML id of the place that it leads to.
	 */
	public @Nullable String anchor() {
		return this.link.anchor();
	}

}
