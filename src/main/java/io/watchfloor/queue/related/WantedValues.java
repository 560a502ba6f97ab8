package io.watchfloor.queue.related;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.watchfloor.queue.Asset;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchText;

/**
 * The values that are looked for in other incidents.
 */
final class WantedValues {

	private final Map<SharedKind, Map<String, HeldValue>> texts = new EnumMap<>(SharedKind.class);

	/**
	 * The lengths of the texts of each kind. A text of another length is not compared,
	 * and not even copied.
	 */
	private final Map<SharedKind, BitSet> lengths = new EnumMap<>(SharedKind.class);

	/**
	 * The assets by their names and ids in lower case.
	 */
	private final Map<String, HeldValue> assets = new HashMap<>();

	/**
	 * Look for what an incident holds.
	 * @param kinds whether a kind is looked for
	 */
	void add(IncidentSummary incident, Predicate<SharedKind> kinds) {
		HeldTexts.read(incident.text(), (kind, folded, start, end) -> {
			if (kinds.test(kind)) {
				this.lengths.computeIfAbsent(kind, (first) -> new BitSet()).set(end - start);
				this.texts.computeIfAbsent(kind, (first) -> new HashMap<>())
					.computeIfAbsent(folded.substring(start, end), (text) -> new HeldValue(kind, text));
			}
		});
		want(incident.users(), SharedKind.USER, kinds);
		want(incident.mailboxes(), SharedKind.MAILBOX, kinds);
		want(incident.devices(), SharedKind.DEVICE, kinds);
		for (Asset asset : incident.identities()) {
			HeldValue value = this.assets.get(SearchText.lower(asset.name()));
			if (asset.id() != null && value != null) {
				this.assets.putIfAbsent(SearchText.lower(asset.id()), value);
			}
		}
	}

	/**
	 * Add assets by the names that people are shown. Others, such as the account
	 * administrator, may be those of different users.
	 */
	private void want(List<String> names, SharedKind kind, Predicate<SharedKind> kinds) {
		if (kinds.test(kind)) {
			names.forEach((name) -> this.assets.putIfAbsent(SearchText.lower(name), new HeldValue(kind, name)));
		}
	}

	/**
	 * Return which of the values an incident holds, and count it for each.
	 * @return the values, each once; they are found in few incidents
	 */
	List<HeldValue> count(IncidentSummary incident) {
		List<HeldValue> held = new ArrayList<>(0);
		HeldTexts.read(incident.text(), (kind, folded, start, end) -> {
			BitSet wanted = this.lengths.get(kind);
			if (wanted != null && wanted.get(end - start)) {
				count(incident, held, this.texts.getOrDefault(kind, Map.of()), folded.substring(start, end));
			}
		});
		if (!this.assets.isEmpty()) {
			countAssets(incident, held, incident.users());
			countAssets(incident, held, incident.mailboxes());
			countAssets(incident, held, incident.devices());
			for (Asset asset : incident.identities()) {
				if (asset.id() != null) {
					count(incident, held, this.assets, SearchText.lower(asset.id()));
				}
			}
		}
		return held;
	}

	private void countAssets(IncidentSummary incident, List<HeldValue> held, List<String> names) {
		for (String name : names) {
			count(incident, held, this.assets, SearchText.lower(name));
		}
	}

	private static void count(IncidentSummary incident, List<HeldValue> held, Map<String, HeldValue> values,
			String text) {
		HeldValue value = values.get(text);
		if (value != null && value.count(incident)) {
			held.add(value);
		}
	}

}
