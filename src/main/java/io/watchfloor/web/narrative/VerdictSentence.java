package io.watchfloor.web.narrative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Evidence;
import io.watchfloor.web.entity.EvidenceNames;
import io.watchfloor.web.entity.FactValue;
import io.watchfloor.web.format.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was judged malicious or suspicious, and whether it was dealt with.
 */
final class VerdictSentence {

	/**
	 * The states in which nobody has to do anything about a piece of evidence any more,
	 * in lower case.
	 */
	private static final Set<String> DEALT_WITH = Set.of("remediated", "prevented", "blocked", "notfound");

	private VerdictSentence() {
	}

	static Sentence of(List<Alert> alerts, EvidenceLinks links) {
		List<Judged> bad = judged(alerts).stream().filter((one) -> one.verdict().isBad()).toList();
		if (bad.isEmpty()) {
			return Sentence.begin().words("No evidence was judged malicious or suspicious.");
		}
		List<Judged> left = bad.stream().filter((one) -> !one.dealtWith()).toList();
		Sentence sentence = Sentence.begin().words(count(bad), links.evidence());
		if (left.isEmpty()) {
			return sentence.words((bad.size() == 1) ? " and dealt with." : ", all of them dealt with.");
		}
		sentence = sentence.words(notDealtWith(left.size(), bad.size()));
		Judged first = left.stream()
			.filter((one) -> one.verdict() == Verdict.MALICIOUS)
			.findFirst()
			.orElse(left.get(0));
		sentence = name(sentence, first, links.alert(first.alert()));
		return (left.size() == 1) ? sentence.words(".")
				: sentence.words(" and ").words(Numbers.of(left.size() - 1) + " more", links.evidence()).words(".");
	}

	private static String notDealtWith(int left, int all) {
		String which = Numbers.of(left) + ((left == 1) ? " is not" : " are not");
		if (left == all) {
			which = (all == 1) ? "it is not" : "none of them is";
		}
		return "; " + which + " reported as dealt with: ";
	}

	private static String count(List<Judged> bad) {
		long malicious = bad.stream().filter((one) -> one.verdict() == Verdict.MALICIOUS).count();
		long suspicious = bad.size() - malicious;
		String pieces = (bad.size() == 1) ? " piece of evidence was judged " : " pieces of evidence were judged ";
		if (malicious > 0 && suspicious > 0) {
			return Numbers.of(bad.size()) + pieces + "malicious (" + Numbers.of(malicious) + ") or suspicious ("
					+ Numbers.of(suspicious) + ")";
		}
		return Numbers.of(bad.size()) + pieces + ((malicious > 0) ? "malicious" : "suspicious");
	}

	private static Sentence name(Sentence sentence, Judged judged, String address) {
		FactValue title = EvidenceNames.title(judged.evidence());
		return (title != null) ? sentence.quote(title.text(), address) : sentence.words("one without a name", address);
	}

	/**
	 * Return the evidence, each piece once with its worst verdict and its last state.
	 */
	private static List<Judged> judged(List<Alert> alerts) {
		Map<Object, Judged> judged = new LinkedHashMap<>();
		for (int number = 1; number <= alerts.size(); number++) {
			for (Evidence evidence : alerts.get(number - 1).evidence()) {
				Judged one = new Judged(number, evidence, Verdict.of(evidence.verdict()),
						isDealtWith(evidence.remediationStatus()));
				judged.merge(EvidenceNames.identity(evidence), one, Judged::then);
			}
		}
		return new ArrayList<>(judged.values());
	}

	private static boolean isDealtWith(@Nullable String state) {
		return state != null && DEALT_WITH.contains(state.strip().toLowerCase(Locale.ROOT));
	}

	/**
	 * A piece of evidence.
	 *
	 * @param alert the number of the first alert that gave its worst verdict
	 * @param evidence its first mention
	 * @param verdict its worst verdict
	 * @param dealtWith whether its last state is that of something dealt with
	 */
	private record Judged(int alert, Evidence evidence, Verdict verdict, boolean dealtWith) {

		/**
		 * Return this with what a later alert says. An alert that gives no state leaves
		 * the one before.
		 */
		private Judged then(Judged later) {
			boolean worse = later.verdict.compareTo(this.verdict) > 0;
			String state = later.evidence.remediationStatus();
			return new Judged((worse) ? later.alert : this.alert, this.evidence, (worse) ? later.verdict : this.verdict,
					(state == null || state.isBlank()) ? this.dealtWith : later.dealtWith);
		}

	}

}
