package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.watchfloor.defender.Incident;
import io.watchfloor.web.format.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the page shows it.
 *
 * @param author who wrote it
 * @param when when it was written
 * @param text what they wrote, with line breaks
 */
record CommentView(String author, @Nullable TimeView when, @Nullable String text) {

	/**
	 * Return the comments in order of time. Those without a time are last.
	 */
	static List<CommentView> of(List<Incident.Comment> comments, Instant now) {
		return comments.stream()
			.sorted(Comparator.comparing(Incident.Comment::created, Comparator.nullsLast(Comparator.naturalOrder())))
			.map((comment) -> new CommentView(ForeignText.lineOr(comment.author(), "Somebody"),
					TimeView.of(comment.created(), now), ForeignText.lines(comment.text())))
			.toList();
	}

}
