package io.watchfloor.web.entity;

import java.util.ArrayList;
import java.util.Collection;
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
import org.jspecify.annotations.Nullable;

/**
 * The devices and the evidence of an incident, each once, however many alerts name it.
 */
public final class Entities {

	private final Map<Object, Entity> byIdentity = new LinkedHashMap<>();

	private final Map<String, FactValue> deviceLinks = new HashMap<>();

	private final Map<Integer, Set<Entity>> byAlert = new HashMap<>();

	private final Assets assets;

	private Entities(Assets assets) {
		this.assets = assets;
	}

	/**
	 * Collect the entities of an incident.
	 * @param alerts its alerts, the first of which has the number 1
	 */
	public static Entities of(List<Alert> alerts) {
		Entities entities = new Entities(Assets.of(alerts));
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
	 * Return the entities by kind, each kind in the order of first mention, processes
	 * after the processes that started them.
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
	 * Return the entities that one alert names, by kind.
	 * @param alert the alert's number
	 */
	public List<EntityMentions> namedBy(int alert) {
		List<EntityMentions> mentions = new ArrayList<>();
		byKind(this.byAlert.getOrDefault(alert, Set.of())).forEach((kind, entities) -> mentions.add(new EntityMentions(
				kind.count(entities.size()), kind.icon(),
				entities.stream().map((entity) -> FactValue.link(entity.title().text(), entity.anchor())).toList())));
		return mentions;
	}

	private void add(int alert, Device device) {
		Asset asset = this.assets.of(device);
		Entity entity = this.byIdentity.computeIfAbsent(identity(EntityKind.DEVICE, asset, device),
				(absent) -> new Entity(EntityKind.DEVICE, this.byIdentity.size() + 1, null));
		entity.mention(alert, title(asset), search(asset), EntityFacts.of(device).codes("Also called", others(asset)));
		remember(alert, entity);
		if (device.id() != null) {
			this.deviceLinks.putIfAbsent(device.id(), FactValue.link(entity.title().text(), entity.anchor()));
		}
	}

	private void add(int alert, Evidence evidence) {
		EntityKind kind = EntityKind.of(evidence.type());
		Asset asset = this.assets.of(evidence);
		Entity entity = this.byIdentity.computeIfAbsent(identity(kind, asset, EvidenceNames.identity(evidence)),
				(absent) -> new Entity(kind, this.byIdentity.size() + 1, evidence));
		entity.mention(alert, (asset != null) ? title(asset) : EvidenceNames.title(evidence),
				(asset != null) ? search(asset) : EntitySearch.of(evidence),
				EntityFacts.of(evidence, this.deviceLinks));
		remember(alert, entity);
	}

	private static Object identity(EntityKind kind, @Nullable Asset asset, Object otherwise) {
		return (asset != null) ? List.of(kind, asset) : otherwise;
	}

	private static @Nullable FactValue title(@Nullable Asset asset) {
		return (asset != null) ? FactValue.code(asset.name()) : null;
	}

	private static @Nullable EntitySearch search(@Nullable Asset asset) {
		return (asset != null) ? EntitySearch.asset(asset.name()) : null;
	}

	private static List<String> others(@Nullable Asset asset) {
		return (asset != null) ? asset.names().subList(1, asset.names().size()) : List.of();
	}

	private void remember(int alert, Entity entity) {
		this.byAlert.computeIfAbsent(alert, (absent) -> new LinkedHashSet<>()).add(entity);
	}

	private static Map<EntityKind, List<Entity>> byKind(Collection<Entity> entities) {
		Map<EntityKind, List<Entity>> byKind = new EnumMap<>(EntityKind.class);
		entities.forEach((entity) -> byKind.computeIfAbsent(entity.kind(), (absent) -> new ArrayList<>()).add(entity));
		return byKind;
	}

	private static List<EntityView> views(EntityKind kind, List<Entity> entities) {
		return (kind == EntityKind.PROCESS) ? ProcessTree.of(entities)
				: entities.stream().map((entity) -> entity.toView(0)).toList();
	}

}
