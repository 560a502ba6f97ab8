package io.watchfloor.web.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.queue.TimeRange;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.RangeParameters;

import org.springframework.util.MultiValueMap;

/**
 * What the parameters of the first page's address ask for.
 *
 * @param wall {@code display=wall}: whether the dashboard hangs on a wall
 * @param range {@code range} as the queue has it; other times are not taken
 */
record DashboardParameters(boolean wall, TimeRange range) {

	/**
	 * Parse the parameters of an address.
	 * @throws BadParameterException if a parameter has a value that it cannot take
	 */
	static DashboardParameters parse(MultiValueMap<String, String> parameters) {
		String display = IncidentQueryParameters.first(parameters, "display");
		if (display != null && !display.equals("wall")) {
			throw new BadParameterException("display", "wall");
		}
		List<String> range = parameters.getOrDefault("range", List.of());
		return new DashboardParameters(display != null,
				RangeParameters.parse(MultiValueMap.fromMultiValue(Map.of("range", range))));
	}

	/**
	 * Return the range by its name in an address, such as {@code 7d}.
	 */
	String rangeName() {
		return Objects.requireNonNull(RangeParameters.name(this.range));
	}

}
