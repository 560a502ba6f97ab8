package io.watchfloor.queue;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at the queue, and when.
 *
 * @param analyst the user name that incidents are assigned to; {@code null} where Entra
 * sent none
 * @param now the present
 * @param activeLimit for how long a high incident may stay active
 */
public record Viewpoint(@Nullable String analyst, Instant now, Duration activeLimit) {

	/**
	 * How long Microsoft's own queue-health assessment lets a high incident stay active.
	 */
	public static final Duration ACTIVE_LIMIT = Duration.ofHours(4);

}
