package io.watchfloor.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.queue.AssetMention.Name;
import org.jspecify.annotations.Nullable;

/**
 * Collects the names of one asset. People are shown the newest name of the best sort; if
 * that is the first part of a longer one, as of a device's name with its domain, the
 * longer one.
 */
final class AssetNames {

	private final Map<String, Dated> names = new TreeMap<>(Summarizer.BY_LETTERS);

	private @Nullable String id;

	private @Nullable Asset asset;

	void add(AssetMention mention) {
		this.id = (this.id != null) ? this.id : mention.id();
		mention.names().forEach((name) -> this.names.merge(name.text(), new Dated(name, mention.time()), Dated::with));
		this.asset = null;
	}

	Asset toAsset() {
		if (this.asset == null) {
			this.asset = asset();
		}
		return this.asset;
	}

	private Asset asset() {
		Dated best = this.names.values()
			.stream()
			.reduce((one, other) -> one.isBetterThan(other) ? one : other)
			.orElseThrow();
		String shown = this.names.values()
			.stream()
			.filter((dated) -> dated.name().rank() == best.name().rank())
			.map((dated) -> dated.name().text())
			.filter((longer) -> SearchText.lower(longer).startsWith(SearchText.lower(best.name().text()) + "."))
			.findFirst()
			.orElse(best.name().text());
		List<String> all = new ArrayList<>(List.of(shown));
		this.names.values()
			.stream()
			.map((dated) -> dated.name().text())
			.filter((name) -> !name.equals(shown) && !name.equals(this.id))
			.forEach(all::add);
		return new Asset(this.id, List.copyOf(all));
	}

	/**
	 * A name with when it was last used.
	 */
	private record Dated(Name name, Instant time) {

		/**
		 * Return this name, which differs from another in case only, with the later time.
		 */
		private Dated with(Dated other) {
			Name better = (other.name.rank() < this.name.rank()) ? other.name : this.name;
			return new Dated(better, other.time.isAfter(this.time) ? other.time : this.time);
		}

		private boolean isBetterThan(Dated other) {
			if (this.name.rank() != other.name.rank()) {
				return this.name.rank() < other.name.rank();
			}
			return !this.time.isBefore(other.time);
		}

	}

}
