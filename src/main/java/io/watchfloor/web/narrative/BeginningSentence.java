package io.watchfloor.web.narrative;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.ProductNames;
import io.watchfloor.web.format.SeverityView;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the attack began, with which alert.
 */
final class BeginningSentence {

	private BeginningSentence() {
	}

	static Sentence of(List<Alert> alerts, EvidenceLinks links) {
		Alert first = alerts.get(0);
		Instant began = began(first);
		String alert = links.alert(1);
		Sentence sentence = (began != null) ? Sentence.begin().words("It began at ").time(began, alert).words(" with ")
				: Sentence.begin().words("When it began was not reported; the first alert listed is ");
		sentence = title(sentence, first, alert).words(severity(first));
		return source(sentence, first.serviceSource()).words(".");
	}

	/**
	 * Return when the activity of an alert began, or the next best time that is known.
	 */
	private static @Nullable Instant began(Alert alert) {
		return Stream.of(alert.firstActivity(), alert.created(), alert.lastActivity(), alert.lastUpdate())
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private static Sentence title(Sentence sentence, Alert alert, String address) {
		String title = alert.title();
		return (title == null || title.isBlank()) ? sentence.words("an alert without a title", address)
				: sentence.quote(title, address);
	}

	private static String severity(Alert alert) {
		SeverityView severity = SeverityView.of(alert.severity());
		return (severity.rank() > 0) ? " (" + severity.label().toLowerCase(Locale.ROOT) + " severity)" : "";
	}

	/**
	 * Tell the product that raised the alert. A word that is not known here came from
	 * outside.
	 */
	private static Sentence source(Sentence sentence, @Nullable String source) {
		String product = ProductNames.of(source);
		if (source == null || product == null || product.isBlank()) {
			return sentence;
		}
		Sentence from = sentence.words(", reported by ");
		return product.equals(ForeignText.line(source)) ? from.quote(source, null) : from.words(product);
	}

}
