package io.watchfloor.web.entity;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A device or a piece of evidence as the page shows it, once for the whole incident.
 *
 * @param anchor its HTML id
 * @param kind what it is
 * @param kindName what it is, in the singular, also where the kind is not known here
 * @param title its name
 * @param verdict the worst verdict of all alerts, or {@code null} if there is none
 * @param facts what else is known
 * @param sightings what became of it on each device, if it was seen on several
 * @param search the search for other incidents that share it, or {@code null}
 * @param alerts the numbers of the alerts that name it, ascending
 * @param depth for a process, how many of its ancestors are above it; else 0
 */
public record EntityView(String anchor, EntityKind kind, String kindName, FactValue title, @Nullable Verdict verdict,
		List<Fact> facts, List<Sighting> sightings, @Nullable EntitySearch search, List<Integer> alerts, int depth) {

	/**
	 * Return the first SHA-256, or else the first SHA-1, of a file or a process.
	 * @return one hash or none
	 */
	public List<String> hashes() {
		return Stream.of("SHA-256", "SHA-1")
			.flatMap((label) -> this.facts.stream().filter((fact) -> fact.label().equals(label)))
			.map((fact) -> fact.values().get(0).text())
			.limit(1)
			.toList();
	}

}
