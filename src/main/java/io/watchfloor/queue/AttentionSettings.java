package io.watchfloor.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an installation expects of its analysts, by which {@link Attention} ranks.
 *
 * @param limits for how long an incident of each severity may stay open before somebody
 * works on it; severities that are missing have no limit
 * @param criticalTags the tags of incidents and devices that matter most, in any case
 */
public record AttentionSettings(Map<Severity.Level, Duration> limits, Set<String> criticalTags) {

	/**
	 * The settings of an installation that names none. The limit of high incidents is
	 * that of Microsoft's own queue-health assessment.
	 * @see <a href=
	 * "https://github.com/microsoft/zerotrustassessment/pull/1387">Test-Assessment.41061</a>
	 */
	public static final AttentionSettings DEFAULT = new AttentionSettings(
			Map.of(Severity.Level.HIGH, Duration.ofHours(4), Severity.Level.MEDIUM, Duration.ofHours(24),
					Severity.Level.LOW, Duration.ofDays(7), Severity.Level.INFORMATIONAL, Duration.ofDays(30)),
			Set.of("VIP", "Crown jewel"));

	/**
	 * Create settings.
	 * @throws IllegalArgumentException if a limit is not more than zero
	 */
	public AttentionSettings {
		if (limits.values().stream().anyMatch((limit) -> limit.isNegative() || limit.isZero())) {
			throw new IllegalArgumentException("a limit must be more than zero");
		}
		limits = Map.copyOf(limits);
		Set<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		criticalTags.stream().map(String::strip).filter((tag) -> !tag.isEmpty()).forEach(tags::add);
		criticalTags = tags;
	}

	/**
	 * Return for how long an incident may stay open before somebody works on it.
	 * @param severity the incident's severity
	 * @return the limit; a time that never passes where there is none
	 */
	public Duration limit(Severity severity) {
		return this.limits.getOrDefault(severity.level(), Duration.ofMillis(Long.MAX_VALUE));
	}

	/**
	 * Return whether any of some tags is critical.
	 * @param tags the tags, in any case
	 * @return whether one is
	 */
	boolean isAnyCritical(Collection<String> tags) {
		return tags.stream().anyMatch(this.criticalTags::contains);
	}

}
