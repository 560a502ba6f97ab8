package io.watchfloor.web.dashboard;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.AttentionWeight;
import io.watchfloor.queue.Severity;
import io.watchfloor.web.format.Times;

/**
 * Describes the weights of the ranking by attention, as a table.
 */
final class AttentionRules {

	private AttentionRules() {
	}

	/**
	 * Return the weights, those that measure the same together.
	 */
	static List<Group> of(AttentionSettings settings) {
		Map<String, List<Weight>> groups = Arrays.stream(AttentionWeight.values())
			.collect(Collectors.groupingBy(AttentionWeight::group, LinkedHashMap::new, Collectors
				.mapping((weight) -> new Weight(words(weight, settings), weight.points()), Collectors.toList())));
		return groups.entrySet().stream().map((group) -> new Group(group.getKey(), group.getValue())).toList();
	}

	private static String words(AttentionWeight weight, AttentionSettings settings) {
		return switch (weight) {
			case CRITICAL_TAG -> weight.label() + ": " + String.join(", ", settings.criticalTags());
			case OVERDUE -> weight.label() + ", while nobody works on it: " + limits(settings);
			default -> weight.label();
		};
	}

	private static String limits(AttentionSettings settings) {
		return settings.limits()
			.entrySet()
			.stream()
			.sorted(Map.Entry.<Severity.Level, Duration>comparingByKey().reversed())
			.map((limit) -> limit.getKey().name().toLowerCase(Locale.ROOT) + " " + Times.exact(limit.getValue()))
			.collect(Collectors.joining(", "));
	}

	/**
	 * Weights that measure the same.
	 *
	 * @param name what they measure
	 * @param weights the weights, heaviest first
	 */
	record Group(String name, List<Weight> weights) {
	}

	/**
	 * A weight.
	 *
	 * @param label when it applies
	 * @param points what it adds
	 */
	record Weight(String label, int points) {
	}

}
