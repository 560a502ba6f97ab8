package io.watchfloor.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import io.watchfloor.queue.AssetMention.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The devices, users and mailboxes of an incident, each once. Two mentions are the same
 * asset if they have the same id. A mention without an id is known by its best key, such
 * as a user principal name, and is the asset that has this key; if several have it, it is
 * another one.
 */
public final class Assets {

	/**
	 * Stands for the identity of a name that several ids have.
	 */
	private static final String AMBIGUOUS = "";

	private static final Comparator<AssetMention> BEST_KNOWN_FIRST = Comparator
		.comparing((AssetMention mention) -> mention.id() == null)
		.thenComparing((mention) -> mention.keys().isEmpty() ? 0 : mention.keys().get(0).rank());

	private final Map<Key, String> identities = new HashMap<>();

	private final Map<Key, AssetNames> found = new LinkedHashMap<>();

	private Assets() {
	}

	/**
	 * Collect the assets of an incident.
	 * @param alerts its alerts
	 * @return the assets that they name
	 */
	public static Assets of(Collection<Alert> alerts) {
		List<AssetMention> mentions = alerts.stream().flatMap(Assets::mentions).toList();
		Assets assets = new Assets();
		mentions.stream().sorted(BEST_KNOWN_FIRST).forEach(assets::learn);
		mentions.forEach(assets::add);
		return assets;
	}

	/**
	 * Return the devices.
	 * @return each once, in the order of first mention
	 */
	public List<Asset> devices() {
		return all(Kind.DEVICE);
	}

	/**
	 * Return the users.
	 * @return each once, in the order of first mention
	 */
	public List<Asset> users() {
		return all(Kind.USER);
	}

	/**
	 * Return the mailboxes.
	 * @return each once, in the order of first mention
	 */
	public List<Asset> mailboxes() {
		return all(Kind.MAILBOX);
	}

	/**
	 * Return which of the devices a mention is.
	 * @param device a device of one of the alerts
	 * @return the device; {@code null} if it has neither a name nor an id
	 */
	public @Nullable Asset of(Device device) {
		return find(AssetMention.of(device, Instant.EPOCH));
	}

	/**
	 * Return which of the users or mailboxes a piece of evidence is.
	 * @param evidence a piece of evidence of one of the alerts
	 * @return the user or mailbox; {@code null} if the type is neither, or if it has no
	 * name
	 */
	public @Nullable Asset of(Evidence evidence) {
		if (AssetMention.isUser(evidence)) {
			return find(AssetMention.ofUser(evidence, Instant.EPOCH));
		}
		return AssetMention.isMailbox(evidence) ? find(AssetMention.ofMailbox(evidence, Instant.EPOCH)) : null;
	}

	private static Stream<AssetMention> mentions(Alert alert) {
		Instant time = AssetMention.time(alert);
		Stream<AssetMention> devices = alert.devices().stream().map((device) -> AssetMention.of(device, time));
		Stream<AssetMention> users = alert.evidence()
			.stream()
			.filter(AssetMention::isUser)
			.map((evidence) -> AssetMention.ofUser(evidence, time));
		Stream<AssetMention> mailboxes = alert.evidence()
			.stream()
			.map((evidence) -> AssetMention.ofMailbox(evidence, time));
		return Stream.of(devices, users, mailboxes)
			.flatMap((kind) -> kind)
			.filter((mention) -> !mention.names().isEmpty());
	}

	/**
	 * Remember which asset each key of a mention stands for.
	 */
	private void learn(AssetMention mention) {
		String identity = identity(mention);
		mention.keys()
			.forEach((key) -> this.identities.merge(key(mention, key), identity,
					(known, other) -> known.equals(other) ? known : AMBIGUOUS));
	}

	private String identity(AssetMention mention) {
		if (mention.id() != null) {
			return "id " + SearchText.lower(mention.id());
		}
		Key best = key(mention, mention.keys().get(0));
		String known = this.identities.getOrDefault(best, AMBIGUOUS);
		return known.equals(AMBIGUOUS) ? "name " + best.text() : known;
	}

	private static Key key(AssetMention mention, AssetMention.Name key) {
		return new Key(mention.kind(), SearchText.lower(key.text()));
	}

	private void add(AssetMention mention) {
		this.found.computeIfAbsent(new Key(mention.kind(), identity(mention)), (absent) -> new AssetNames())
			.add(mention);
	}

	private @Nullable Asset find(AssetMention mention) {
		return mention.names().isEmpty() ? null
				: Objects.requireNonNull(this.found.get(new Key(mention.kind(), identity(mention)))).toAsset();
	}

	private List<Asset> all(Kind kind) {
		return this.found.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().kind() == kind)
			.map((entry) -> entry.getValue().toAsset())
			.toList();
	}

	/**
	 * Tells assets, or what identifies them, apart.
	 */
	private record Key(Kind kind, String text) {
	}

}
