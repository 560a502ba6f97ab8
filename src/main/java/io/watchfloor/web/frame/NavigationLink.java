package io.watchfloor.web.frame;

import io.watchfloor.queue.IncidentQuery;
import org.jspecify.annotations.Nullable;

/**
 * A link of the navigation.
 *
 * @param label its text
 * @param address its address
 * @param current whether it leads to what the page shows already
 * @param counted the view whose incidents are counted beside it, or {@code null} for none
 */
public record NavigationLink(String label, String address, boolean current, @Nullable IncidentQuery counted) {
}
