package io.watchfloor.web.narrative;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.watchfloor.web.entity.EntityGroup;
import io.watchfloor.web.entity.EntityKind;
import io.watchfloor.web.entity.EntityView;
import io.watchfloor.web.format.Numbers;

/**
 * Tells who was hit, on what: the users, mailboxes and devices that most alerts name.
 */
final class VictimSentence {

	private static final List<EntityKind> VICTIMS = List.of(EntityKind.USER, EntityKind.MAILBOX, EntityKind.DEVICE);

	/**
	 * The most names of each kind.
	 */
	private static final int MOST_NAMES = 3;

	private final EvidenceLinks links;

	private VictimSentence(EvidenceLinks links) {
		this.links = links;
	}

	static Sentence of(int alerts, List<EntityGroup> assets, EvidenceLinks links) {
		return new VictimSentence(links).tell(alerts, withoutMailboxesOfUsers(assets));
	}

	/**
	 * Return the groups of victims. The mailbox of a user who is one already is no
	 * further victim.
	 */
	private static List<EntityGroup> withoutMailboxesOfUsers(List<EntityGroup> assets) {
		Set<String> users = assets.stream()
			.filter((group) -> group.kind() == EntityKind.USER)
			.flatMap((group) -> group.entities().stream())
			.map((user) -> user.title().text().toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		return VICTIMS.stream()
			.flatMap((kind) -> assets.stream().filter((group) -> group.kind() == kind))
			.map((group) -> new EntityGroup(group.kind(),
					group.entities()
						.stream()
						.filter((one) -> group.kind() != EntityKind.MAILBOX
								|| !users.contains(one.title().text().toLowerCase(Locale.ROOT)))
						.toList()))
			.filter((group) -> !group.entities().isEmpty())
			.toList();
	}

	private Sentence tell(int alerts, List<EntityGroup> victims) {
		if (victims.isEmpty()) {
			return Sentence.begin()
				.words((alerts == 1) ? "The alert" : "None of the " + Numbers.of(alerts) + " alerts",
						this.links.alerts())
				.words((alerts == 1) ? " names no device, user or mailbox." : " names a device, a user or a mailbox.");
		}
		return Sentence.begin()
			.words(Numbers.of(alerts, "alert", "alerts"), this.links.alerts())
			.words((alerts == 1) ? " names " : " name ")
			.list(victims.stream().map(this::named).toList())
			.words(".");
	}

	/**
	 * Return such as {@code the user "ada"} or {@code 12 devices ("a", "b", "c" and 9
	 * more)}.
	 */
	private List<Clause> named(EntityGroup group) {
		List<EntityView> all = group.entities()
			.stream()
			.sorted(Comparator.comparing((EntityView one) -> one.alerts().size()).reversed())
			.toList();
		if (all.size() == 1) {
			return List.of(Clause.words("the " + group.kind().label().toLowerCase(Locale.ROOT) + " ", null),
					name(all.get(0)));
		}
		List<List<Clause>> names = new ArrayList<>();
		all.stream().limit(MOST_NAMES).forEach((one) -> names.add(List.of(name(one))));
		if (all.size() > MOST_NAMES) {
			names.add(List
				.of(Clause.words(Numbers.of(all.size() - MOST_NAMES) + " more", this.links.assets(group.anchor()))));
		}
		String count = Numbers.of(all.size()) + " " + group.name().toLowerCase(Locale.ROOT) + " (";
		return Sentence.begin().words(count).list(names).words(")").clauses();
	}

	private Clause name(EntityView asset) {
		return Clause.asset(asset.title().text(), this.links.asset(asset.anchor()));
	}

}
