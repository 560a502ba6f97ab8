package io.watchfloor.queue.sweep;

import java.util.Collection;
import java.util.List;

/**
 * What was read in a threat report.
 *
 * @param indicators the indicators in the order of the report, each once
 * @param leftOut what looks like an indicator but is taken for something else, each once
 */
public record Report(List<Indicator> indicators, List<LeftOut> leftOut) {

	/**
	 * Read a report, which may be defanged or not.
	 * @param text the report as it was pasted
	 * @return what was read in it
	 */
	public static Report of(String text) {
		return ReportReader.read(text);
	}

	/**
	 * Return the indicators to search for.
	 * @param kinds the kinds that are wanted
	 * @param defangedOnly whether addresses count only if the report writes them
	 * defanged. Hashes never are
	 * @return the indicators in the order of the report
	 */
	public List<Indicator> chosen(Collection<IndicatorKind> kinds, boolean defangedOnly) {
		return this.indicators.stream()
			.filter((indicator) -> kinds.contains(indicator.kind()))
			.filter((indicator) -> !defangedOnly || indicator.defanged() || indicator.kind() == IndicatorKind.HASH)
			.toList();
	}

}
