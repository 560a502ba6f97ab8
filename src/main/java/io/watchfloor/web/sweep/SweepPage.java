package io.watchfloor.web.sweep;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.queue.sweep.IndicatorKind;
import io.watchfloor.web.format.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows: {@code sweep.html} knows it as {@code sweep}.
 *
 * @param kinds the kinds of indicators to choose from
 * @param defangedOnly whether addresses count only if they are written defanged
 * @param coverage what is searched, and what is not
 * @param refusal why nothing was searched, or {@code null}
 * @param result what was found, or {@code null} before a sweep
 */
record SweepPage(List<Kind> kinds, boolean defangedOnly, Coverage coverage, @Nullable String refusal,
		@Nullable SweepResult result) {

	/**
	 * Create the page with the form alone.
	 * @param wanted the kinds that are chosen
	 */
	static SweepPage form(Collection<IndicatorKind> wanted, boolean defangedOnly, Coverage coverage) {
		List<Kind> kinds = Stream.of(IndicatorKind.values())
			.map((kind) -> new Kind(kind.parameter(), kind.label(), wanted.contains(kind)))
			.toList();
		return new SweepPage(kinds, defangedOnly, coverage, null, null);
	}

	SweepPage refused(String sentence) {
		return new SweepPage(this.kinds, this.defangedOnly, this.coverage, sentence, null);
	}

	SweepPage with(SweepResult found) {
		return new SweepPage(this.kinds, this.defangedOnly, this.coverage, null, found);
	}

	/**
	 * Return the most characters of a report, such as {@code 1,000,000}.
	 */
	public String longest() {
		return Numbers.of(SweepController.LONGEST_REPORT);
	}

	/**
	 * Return the same for scripts.
	 */
	public int longestNumber() {
		return SweepController.LONGEST_REPORT;
	}

	/**
	 * A kind of indicator to choose.
	 *
	 * @param parameter its name in the form
	 * @param label its name
	 * @param chosen whether it is chosen
	 */
	record Kind(String parameter, String label, boolean chosen) {
	}

}
