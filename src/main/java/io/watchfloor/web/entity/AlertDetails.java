package io.watchfloor.web.entity;

import java.util.Comparator;
import java.util.List;

import io.watchfloor.defender.Evidence;

/**
 * Tells of the entities that one alert names what people decide by: verdict and role, and
 * of processes and files the command line, the hash and the parent.
 */
final class AlertDetails {

	private final int alert;

	private final ProcessParents parents;

	/**
	 * Create the details of an alert.
	 * @param alert the alert's number
	 * @param parents the parents of the incident's processes
	 */
	AlertDetails(int alert, ProcessParents parents) {
		this.alert = alert;
		this.parents = parents;
	}

	/**
	 * Return the order of entities by the verdict of this alert.
	 */
	Comparator<Entity> worstFirst() {
		return Comparator
			.comparing((Entity entity) -> -Verdict.rank(new Sightings(entity.evidence(this.alert)).worst()));
	}

	/**
	 * Return what the alert tells of an entity that it names.
	 */
	Mention mention(Entity entity) {
		List<Evidence> evidence = entity.evidence(this.alert);
		Sightings sightings = new Sightings(evidence);
		Facts facts = new Facts();
		if (entity.kind() == EntityKind.OTHER && Facts.first(entity.evidence().name()) != null) {
			facts.text("Kind", entity.kindName());
		}
		sightings.roles().forEach((role) -> facts.text(Sightings.ROLE, role));
		evidence.forEach((mention) -> add(facts, entity, mention));
		return new Mention(entity.link(), sightings.worst(), facts.toList());
	}

	private void add(Facts facts, Entity entity, Evidence mention) {
		if (entity.kind() == EntityKind.PROCESS) {
			facts.code("Command line", mention.processCommandLine());
			addHash(facts, mention);
			addParent(facts, entity, mention);
		}
		else if (entity.kind() == EntityKind.FILE) {
			addHash(facts, mention);
		}
	}

	private static void addHash(Facts facts, Evidence mention) {
		boolean strong = Facts.first(mention.sha256()) != null;
		facts.code((strong) ? "SHA-256" : "SHA-1", (strong) ? mention.sha256() : mention.sha1());
	}

	private void addParent(Facts facts, Entity process, Evidence mention) {
		Entity parent = this.parents.of(process);
		if (parent != null) {
			facts.add("Started by", parent.link());
		}
		else if (mention.parentProcessId() != null) {
			facts.text("Started by", "process " + mention.parentProcessId());
		}
	}

}
