package io.watchfloor.queue.triage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.watchfloor.queue.SearchText;

/**
 * A change of labels: those that are added and those that are removed, whatever others
 * there are. Two that differ in case only are the same label.
 *
 * @param added labels that shall be there
 * @param removed labels that shall not
 */
record TagChange(List<String> added, List<String> removed) {

	/**
	 * Return the change that leads from one list to another.
	 */
	static TagChange between(List<String> from, List<String> to) {
		return new TagChange(to.stream().filter((tag) -> !from.contains(tag)).toList(),
				from.stream().filter((tag) -> !to.contains(tag)).toList());
	}

	/**
	 * Return the change back.
	 */
	TagChange inverse() {
		return new TagChange(this.removed, this.added);
	}

	/**
	 * Return the labels after the change, those that stay in their order and as they are
	 * written.
	 * @param present the labels before
	 */
	List<String> applyTo(Collection<String> present) {
		Set<String> gone = names(this.removed);
		List<String> tags = new ArrayList<>(present.stream().filter((tag) -> !gone.contains(name(tag))).toList());
		Set<String> there = new HashSet<>(names(tags));
		this.added.stream().filter((tag) -> there.add(name(tag))).forEach(tags::add);
		return List.copyOf(tags);
	}

	/**
	 * Return labels in the form in which they are compared.
	 */
	static Set<String> names(Collection<String> tags) {
		return tags.stream().filter((tag) -> !tag.isBlank()).map(TagChange::name).collect(Collectors.toSet());
	}

	private static String name(String tag) {
		return SearchText.lower(tag.strip());
	}

}
