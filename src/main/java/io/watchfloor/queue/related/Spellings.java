package io.watchfloor.queue.related;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Evidence;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Spells values as an incident does: a summary has them in lower case.
 */
final class Spellings {

	private final Map<String, String> spellings = new HashMap<>();

	Spellings(Incident incident) {
		incident.alerts().forEach(this::learn);
	}

	private void learn(Alert alert) {
		learn(alert.title(), alert.actorName(), alert.threatFamilyName());
		alert.techniques().forEach(this::learn);
		alert.evidence().forEach(this::learn);
	}

	private void learn(Evidence evidence) {
		learn(evidence.url(), evidence.processCommandLine(), evidence.fileName(), evidence.sender(), evidence.subject(),
				evidence.internetMessageId(), evidence.applicationName());
	}

	private void learn(@Nullable String... texts) {
		Stream.of(texts).forEach((text) -> {
			if (text != null && !text.isBlank()) {
				this.spellings.putIfAbsent(SearchText.fold(text), text);
			}
		});
	}

	/**
	 * Return a value as the incident spells it, in lower case if it does not have it.
	 */
	String of(HeldValue value) {
		return (value.kind().isAsset()) ? value.text()
				: this.spellings.getOrDefault(value.text(), SearchText.unfold(value.text()));
	}

}
