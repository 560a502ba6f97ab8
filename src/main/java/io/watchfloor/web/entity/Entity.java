package io.watchfloor.web.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import io.watchfloor.queue.Asset;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.format.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A device or a piece of evidence with its mentions in the alerts. An incident may have
 * thousands, so that what a page shows of one is collected when a page asks for it.
 */
public final class Entity {

	private final EntityKind kind;

	private final String anchor;

	private final SourceDetails source;

	private final List<Source> sources = new ArrayList<>();

	private final SortedSet<Integer> alerts = new TreeSet<>();

	private @Nullable FactValue title;

	private @Nullable Integer rank;

	/**
	 * Create an entity without mentions.
	 * @param kind what it is
	 * @param number its number in the incident, from 1
	 * @param source what the source of the incident gives
	 */
	Entity(EntityKind kind, int number, SourceDetails source) {
		this.kind = kind;
		this.source = source;
		this.anchor = "entity-" + number;
	}

	/**
	 * Add a mention.
	 * @param asset which asset of the incident it is, or {@code null}
	 */
	void mention(int alert, Device device, @Nullable Asset asset) {
		this.alerts.add(alert);
		this.sources.add(new Source(alert, asset, device, null));
	}

	/**
	 * Add a mention.
	 * @param asset which asset of the incident it is, or {@code null}
	 */
	void mention(int alert, Evidence evidence, @Nullable Asset asset) {
		this.alerts.add(alert);
		this.sources.add(new Source(alert, asset, null, evidence));
	}

	/**
	 * Return what it is.
	 */
	public EntityKind kind() {
		return this.kind;
	}

	/**
	 * Return the HTML id of its place.
	 */
	public String anchor() {
		return this.anchor;
	}

	/**
	 * Return how many alerts name it.
	 */
	public int mentions() {
		return this.alerts.size();
	}

	/**
	 * Return whether an alert names it.
	 */
	public boolean isIn(int alert) {
		return this.alerts.contains(alert);
	}

	/**
	 * Return its name: the first that any mention has.
	 */
	public FactValue title() {
		if (this.title == null) {
			this.title = this.sources.stream()
				.map(Source::title)
				.filter(Objects::nonNull)
				.findFirst()
				.orElseGet(() -> FactValue.words(this.kind.label() + " without a name"));
		}
		return this.title;
	}

	/**
	 * Return what it is, in the singular. What is of no kind that is known here is called
	 * as the source calls it.
	 */
	String kindName() {
		String type = (this.kind == EntityKind.OTHER) ? evidence().type() : null;
		return (type != null && !type.isBlank()) ? Terms.kind(type) : this.kind.label();
	}

	FactValue link() {
		return FactValue.link(title().text(), this.anchor);
	}

	/**
	 * Return the first mention of a piece of evidence.
	 */
	Evidence evidence() {
		return Objects.requireNonNull(this.sources.get(0).evidence());
	}

	/**
	 * Return the mentions of a piece of evidence in one alert; none of a device.
	 */
	List<Evidence> evidence(int alert) {
		return this.sources.stream()
			.filter((source) -> source.alert() == alert)
			.map(Source::evidence)
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Return the rank of its worst verdict.
	 */
	int rank() {
		if (this.rank == null) {
			this.rank = Verdict.rank(sightings().worst());
		}
		return this.rank;
	}

	private Sightings sightings() {
		return new Sightings(this.sources.stream().map(Source::evidence).filter(Objects::nonNull).toList());
	}

	/**
	 * Return what a page shows of it.
	 * @param depth for a process, how many of its ancestors are above it; else 0
	 * @param devices the devices of the incident, by the id that evidence refers to
	 */
	EntityView toView(int depth, Map<String, Entity> devices) {
		Sightings sightings = sightings();
		Facts facts = new Facts();
		this.sources.stream()
			.map(Source::withoutState)
			.distinct()
			.forEach((mention) -> facts.addAll(mention.facts(this.source)));
		return new EntityView(this.anchor, this.kind, kindName(), title(), sightings.worst(),
				besidesTitle(sightings.facts(facts, devices).toList()), sightings.byDevice(devices), search(),
				List.copyOf(this.alerts), depth);
	}

	private @Nullable EntitySearch search() {
		return this.sources.stream().map(Source::search).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/**
	 * Return the facts without the one that repeats the title.
	 */
	private List<Fact> besidesTitle(List<Fact> facts) {
		List<Fact> besides = new ArrayList<>(facts);
		for (Fact fact : besides) {
			if (fact.values().equals(List.of(title()))) {
				besides.remove(fact);
				break;
			}
		}
		return besides;
	}

	/**
	 * A mention.
	 *
	 * @param alert the number of the alert
	 * @param asset which asset of the incident is mentioned, or {@code null}
	 * @param device the device, or {@code null}
	 * @param evidence the piece of evidence, or {@code null} for a device
	 */
	private record Source(int alert, @Nullable Asset asset, @Nullable Device device, @Nullable Evidence evidence) {

		@Nullable FactValue title() {
			if (this.asset != null) {
				return FactValue.code(this.asset.name());
			}
			return (this.evidence != null) ? EvidenceNames.title(this.evidence) : null;
		}

		@Nullable EntitySearch search() {
			if (this.asset != null) {
				return EntitySearch.asset(this.asset.name());
			}
			return (this.evidence != null) ? EntitySearch.of(this.evidence) : null;
		}

		/**
		 * Return the mention without what does not tell it from those of other alerts.
		 */
		Source withoutState() {
			return new Source(0, this.asset, this.device,
					(this.evidence != null) ? EvidenceNames.withoutState(this.evidence) : null);
		}

		Facts facts(SourceDetails given) {
			if (this.evidence != null) {
				return EntityFacts.of(this.evidence);
			}
			List<String> names = (this.asset != null) ? this.asset.names() : List.of();
			return EntityFacts.of(Objects.requireNonNull(this.device), given)
				.codes("Also called", names.stream().skip(1).toList());
		}

	}

}
