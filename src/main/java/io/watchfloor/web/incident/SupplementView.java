package io.watchfloor.web.incident;

import java.util.List;
import java.util.Objects;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.SourceDetail;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.LongText;
import io.watchfloor.web.format.SourceDetails;
import org.jspecify.annotations.Nullable;

/**
 * What only some sources give of an incident, as its page shows it.
 *
 * @param priority Defender's own priority score, such as {@code 87 of 100}, or
 * {@code null} if there is none
 * @param tags labels that Defender gave it
 * @param summary the attack in Defender's words, or {@code null} if there are none
 * @param resolvingComment why it was resolved, or {@code null} if nobody said so
 * @param given whether the source gives these; else the page says so once
 * @param alertsMissing whether the incident came without its alerts, because the source
 * does not send them
 */
record SupplementView(@Nullable String priority, List<String> tags, @Nullable LongText summary,
		@Nullable LongText resolvingComment, boolean given, boolean alertsMissing) {

	/**
	 * Create the view of a supplement.
	 * @param source what the source of the incident gives
	 */
	static SupplementView of(Incident.Supplement supplement, SourceDetails source) {
		Integer score = supplement.priorityScore();
		return new SupplementView((score != null) ? score + " of 100" : null,
				supplement.systemTags().stream().map(ForeignText::line).filter(Objects::nonNull).distinct().toList(),
				LongText.of(supplement.summary()), LongText.of(supplement.resolvingComment()),
				source.gives(SourceDetail.SUPPLEMENT), supplement.alertsMissing());
	}

}
