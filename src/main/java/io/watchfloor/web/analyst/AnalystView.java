package io.watchfloor.web.analyst;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.reading.QueueSnapshot;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.format.Times;
import io.watchfloor.web.frame.SavedViewsCookie;
import io.watchfloor.web.frame.Theme;
import io.watchfloor.web.frame.TimeZoneChoice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The analyst's queue as one request sees it. Everything that an answer shows of a queue
 * comes from here, so that all of it belongs to the same analyst and the same moment.
 *
 * @param analyst whose queue it is
 * @param viewpoint who looks, and when
 * @param snapshot what the queue holds
 * @param freshness how complete and fresh that is
 * @param source what the source of the incidents gives
 */
public record AnalystView(Analyst analyst, Viewpoint viewpoint, QueueSnapshot snapshot, Freshness freshness,
		SourceDetails source) {

	/**
	 * The header that says when Defender last answered, in ISO 8601. A 304 has it too.
	 */
	public static final String AS_OF = "X-As-Of";

	/**
	 * Differs between two starts: another start may be another release, with other
	 * templates.
	 */
	private static final String START = UUID.randomUUID().toString();

	private static final String ATTRIBUTE = AnalystView.class.getName();

	/**
	 * Return the queue as a request has seen it already.
	 * @return the view, or {@code null} if the request has not
	 */
	static @Nullable AnalystView of(HttpServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof AnalystView view) ? view : null;
	}

	/**
	 * Remember what a request has seen.
	 * @return this view
	 */
	AnalystView storeIn(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
		return this;
	}

	static AnalystView of(Analyst analyst, Viewpoint viewpoint, QueueSnapshot snapshot, SourceDetails source) {
		return new AnalystView(analyst, viewpoint, snapshot, Freshness.of(snapshot.state(), viewpoint.now()), source);
	}

	/**
	 * Return the incidents that the queue holds.
	 */
	public IncidentIndex index() {
		return this.snapshot.index();
	}

	/**
	 * Return when the request was made.
	 */
	public Instant now() {
		return this.viewpoint.now();
	}

	/**
	 * Return when Defender last answered, in ISO 8601, or {@code null} if it never did.
	 */
	public @Nullable String asOf() {
		Instant asOf = this.snapshot.state().asOf();
		return (asOf != null) ? Times.iso(asOf) : null;
	}

	/**
	 * Set the header {@value #AS_OF}, if Defender ever answered.
	 */
	public void setAsOfHeader(HttpServletResponse response) {
		String asOf = asOf();
		if (asOf != null) {
			response.setHeader(AS_OF, asOf);
		}
	}

	/**
	 * Return the entity tag of a page about the queue. It changes with everything that
	 * can be seen, ages to the minute included; not with when Defender was last asked,
	 * which a header says, nor with the tokens of forms. It is weak: the same page may
	 * come in other bytes.
	 * @param preferences how the analyst wants the page in this browser, besides its
	 * theme, time zone and saved views
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8">RFC 9110, section
	 * 8.8</a>
	 */
	public String entityTag(HttpServletRequest request, String... preferences) {
		String seen = String.join("\n", START, this.analyst.getName(), this.analyst.displayName(),
				this.analyst.usernames().toString(), request.getRequestURI(),
				Objects.toString(request.getQueryString()), Theme.of(request).value(),
				TimeZoneChoice.of(request).value(), SavedViewsCookie.read(request, this.analyst).value(),
				String.join("\n", preferences), now().truncatedTo(ChronoUnit.MINUTES).toString());
		return "W/\"" + this.snapshot.version() + "-" + UUID.nameUUIDFromBytes(seen.getBytes(StandardCharsets.UTF_8))
				+ "\"";
	}

}
