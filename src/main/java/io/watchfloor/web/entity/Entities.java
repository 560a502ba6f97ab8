package io.watchfloor.web.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import io.watchfloor.queue.Asset;
import io.watchfloor.queue.Assets;
import io.watchfloor.web.format.SourceDetails;
import org.jspecify.annotations.Nullable;

/**
 * The devices and the evidence of an incident, each once, however many alerts name it.
 */
public final class Entities {

	private static final Comparator<Entity> WORST_FIRST = Comparator.comparing(Entity::rank).reversed();

	private static final Comparator<Entity> MOST_NAMED_FIRST = Comparator.comparing(Entity::mentions).reversed();

	private final Map<Object, Entity> byIdentity = new LinkedHashMap<>();

	private final Map<String, Entity> devices = new HashMap<>();

	private final Map<Integer, Set<Entity>> byAlert = new HashMap<>();

	private final Assets assets;

	private @Nullable ProcessParents parents;

	private final SourceDetails source;

	private Entities(Assets assets, SourceDetails source) {
		this.assets = assets;
		this.source = source;
	}

	/**
	 * Collect the entities of an incident.
	 * @param alerts its alerts, the first of which has the number 1
	 * @param source what the source of the incident gives
	 */
	public static Entities of(List<Alert> alerts, SourceDetails source) {
		Entities entities = new Entities(Assets.of(alerts), source);
		for (int i = 0; i < alerts.size(); i++) {
			int number = i + 1;
			alerts.get(i).devices().forEach((device) -> entities.add(number, device));
		}
		for (int i = 0; i < alerts.size(); i++) {
			int number = i + 1;
			alerts.get(i).evidence().forEach((evidence) -> entities.add(number, evidence));
		}
		return entities;
	}

	/**
	 * Return the entities by kind: assets in the order of first mention, evidence the
	 * worst verdict first, but processes after the processes that started them.
	 * @param assets {@code true} for what was attacked, {@code false} for the evidence
	 */
	public List<EntityGroup> groups(boolean assets) {
		List<EntityGroup> groups = new ArrayList<>();
		byKind(this.byIdentity.values()).forEach((kind, entities) -> {
			if (kind.isAsset() == assets) {
				groups.add(new EntityGroup(kind, views(kind, entities)));
			}
		});
		return groups;
	}

	/**
	 * Return the assets, those that most alerts name first, or the evidence, the worst
	 * verdict first and then what most alerts name.
	 * @param assets {@code true} for what was attacked, {@code false} for the evidence
	 */
	public List<Entity> foremost(boolean assets) {
		Comparator<Entity> order = (assets) ? MOST_NAMED_FIRST : WORST_FIRST.thenComparing(MOST_NAMED_FIRST);
		return this.byIdentity.values()
			.stream()
			.filter((entity) -> entity.kind().isAsset() == assets)
			.sorted(order.thenComparing(Entity::kind))
			.toList();
	}

	/**
	 * Return the assets by kind, each kind in the order of first mention.
	 */
	public List<Entity> assets() {
		return byKind(this.byIdentity.values()).values()
			.stream()
			.flatMap(List::stream)
			.filter((entity) -> entity.kind().isAsset())
			.toList();
	}

	/**
	 * Return all entities, those that most alerts name first and then the worst verdict.
	 */
	public List<Entity> mostNamed() {
		return this.byIdentity.values()
			.stream()
			.sorted(MOST_NAMED_FIRST.thenComparing(WORST_FIRST).thenComparing(Entity::kind))
			.toList();
	}

	/**
	 * Return what a page shows of some entities.
	 */
	public List<EntityView> views(List<Entity> entities) {
		return entities.stream().map((entity) -> entity.toView(0, this.devices)).toList();
	}

	/**
	 * Return the entities that one alert names, by kind.
	 * @param alert the alert's number
	 * @param most how many of each kind are listed
	 */
	public List<EntityMentions> namedBy(int alert, int most) {
		List<EntityMentions> mentions = new ArrayList<>();
		byKind(this.byAlert.getOrDefault(alert, Set.of()))
			.forEach((kind, entities) -> mentions.add(new EntityMentions(kind.count(entities.size()), kind.icon(),
					mentions(alert, entities, most), kind.isAsset(), Math.max(0, entities.size() - most))));
		return mentions;
	}

	private List<Mention> mentions(int alert, List<Entity> entities, int most) {
		AlertDetails details = new AlertDetails(alert, parents());
		return entities.stream().sorted(details.worstFirst()).limit(most).map(details::mention).toList();
	}

	private ProcessParents parents() {
		if (this.parents == null) {
			this.parents = ProcessParents
				.of(byKind(this.byIdentity.values()).getOrDefault(EntityKind.PROCESS, List.of()));
		}
		return this.parents;
	}

	private void add(int alert, Device device) {
		Asset asset = this.assets.of(device);
		Entity entity = entity(EntityKind.DEVICE, asset, device);
		entity.mention(alert, device, asset);
		remember(alert, entity);
		if (device.id() != null) {
			this.devices.putIfAbsent(device.id(), entity);
		}
	}

	private void add(int alert, Evidence evidence) {
		Asset asset = this.assets.of(evidence);
		Entity entity = entity(EntityKind.of(evidence.type()), asset, EvidenceNames.identity(evidence));
		entity.mention(alert, evidence, asset);
		remember(alert, entity);
	}

	private Entity entity(EntityKind kind, @Nullable Asset asset, Object otherwise) {
		return this.byIdentity.computeIfAbsent((asset != null) ? List.of(kind, asset) : otherwise,
				(absent) -> new Entity(kind, this.byIdentity.size() + 1, this.source));
	}

	private void remember(int alert, Entity entity) {
		this.byAlert.computeIfAbsent(alert, (absent) -> new LinkedHashSet<>()).add(entity);
	}

	private static Map<EntityKind, List<Entity>> byKind(Collection<Entity> entities) {
		Map<EntityKind, List<Entity>> byKind = new EnumMap<>(EntityKind.class);
		entities.forEach((entity) -> byKind.computeIfAbsent(entity.kind(), (absent) -> new ArrayList<>()).add(entity));
		return byKind;
	}

	private List<EntityView> views(EntityKind kind, List<Entity> entities) {
		if (kind == EntityKind.PROCESS) {
			List<EntityView> views = new ArrayList<>();
			ProcessTree.depths(entities, parents())
				.forEach((process, depth) -> views.add(process.toView(depth, this.devices)));
			return views;
		}
		return views((kind.isAsset()) ? entities : entities.stream().sorted(WORST_FIRST).toList());
	}

}
