package io.watchfloor.web.analyst;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

import io.watchfloor.queue.reading.QueueSnapshot;
import io.watchfloor.signin.Analyst;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The entity tag of a page about the queue. It changes with everything that can be seen,
 * ages to the minute included; not with when Defender was last asked, which a header
 * tells, nor with the tokens of forms. It is weak: the same page may come in other bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8">RFC 9110, section
 * 8.8</a>
 */
public final class PageVersion {

	/**
	 * Another start may be another release, with other templates.
	 */
	private static final String START = UUID.randomUUID().toString();

	private PageVersion() {
	}

	/**
	 * The entity tag.
	 * @param preferences how the analyst wants the page in this browser
	 */
	public static String of(HttpServletRequest request, Analyst analyst, QueueSnapshot snapshot, Instant now,
			String... preferences) {
		String seen = String.join("\n", START, analyst.getName(), analyst.displayName(),
				Objects.toString(analyst.username()), request.getRequestURI(),
				Objects.toString(request.getQueryString()), String.join("\n", preferences),
				now.truncatedTo(ChronoUnit.MINUTES).toString());
		return "W/\"" + snapshot.version() + "-" + UUID.nameUUIDFromBytes(seen.getBytes(StandardCharsets.UTF_8)) + "\"";
	}

}
