package io.watchfloor.queue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Summarizes one incident. Null and blank values count as missing; of values that differ
 * in case only, the first is kept.
 */
public final class Summarizer {

	/**
	 * Tells values apart by their letters, not by how these are encoded or by their case.
	 */
	static final Comparator<String> BY_LETTERS = Comparator.comparing(SearchText::composed,
			String.CASE_INSENSITIVE_ORDER);

	private final Incident incident;

	private final UnaryOperator<Object> interner;

	private final List<Device> devices;

	private final Assets assets;

	/**
	 * Create a summarizer of one incident.
	 * @param incident the incident
	 * @param interner returns an equal object that is in use already, or the same object
	 */
	public Summarizer(Incident incident, UnaryOperator<Object> interner) {
		this.incident = incident;
		this.interner = interner;
		this.devices = incident.alerts().stream().flatMap((alert) -> alert.devices().stream()).toList();
		this.assets = Assets.of(incident.alerts());
	}

	/**
	 * Return the incident's summary.
	 * @return the summary
	 */
	public IncidentSummary summary() {
		return new IncidentSummary(this.incident.id(), redirectedTo(), value(this.incident.name()), created(),
				updated(), activity(Alert::firstActivity).min().orElse(created()),
				activity(Alert::lastActivity).max().orElse(created()),
				(Status) this.interner.apply(Status.of(value(this.incident.status()))),
				(Severity) this.interner.apply(Severity.of(value(this.incident.severity()))), priorityScore(),
				value(this.incident.assignedTo()),
				value(orElse(this.incident.classification(), IncidentSummary.UNCLASSIFIED)),
				value(orElse(this.incident.determination(), IncidentSummary.UNDETERMINED)),
				products(this.incident.alerts().stream().map(Alert::serviceSource)), detections(),
				ofAlerts(Alert::category), tags(), ofAlerts(Alert::investigationState),
				values(this.incident.alerts().stream().flatMap((alert) -> alert.techniques().stream())), threats(),
				values(this.devices.stream().map(Device::osPlatform)), values(this.devices.stream().map(Device::group)),
				values(this.devices.stream().flatMap((device) -> device.tags().stream())), signals(),
				names(this.assets.devices()), names(this.assets.users()), names(this.assets.mailboxes()), identities(),
				alertTimes(), IncidentTexts.of(this.incident, this.assets));
	}

	private long redirectedTo() {
		Long target = this.incident.redirectedTo();
		return (target != null) ? target : 0;
	}

	private long created() {
		return millis(this.incident.created(), IncidentSummary.UNKNOWN_TIME);
	}

	private long updated() {
		return millis(this.incident.lastUpdate(), IncidentSummary.UNKNOWN_TIME);
	}

	private LongStream activity(Function<Alert, @Nullable Instant> time) {
		return this.incident.alerts()
			.stream()
			.flatMap((alert) -> Stream.ofNullable(time.apply(alert)))
			.mapToLong(Instant::toEpochMilli);
	}

	private AlertTimes alertTimes() {
		return AlertTimes
			.ofMillis(this.incident.alerts().stream().mapToLong((alert) -> millis(alert.created(), created())));
	}

	private byte priorityScore() {
		Integer score = this.incident.supplement().priorityScore();
		return (score != null) ? score.byteValue() : IncidentSummary.NO_PRIORITY;
	}

	private List<String> tags() {
		return values(Stream.concat(this.incident.tags().stream(), this.incident.supplement().systemTags().stream()));
	}

	private List<String> detections() {
		return products(Stream.concat(Stream.ofNullable(this.incident.detectionSource()),
				this.incident.alerts().stream().map(Alert::detectionSource)));
	}

	private List<String> products(Stream<? extends @Nullable String> words) {
		return values(words.flatMap(Stream::ofNullable).map(ProductWords::newest));
	}

	private List<String> threats() {
		return values(this.incident.alerts()
			.stream()
			.flatMap((alert) -> Stream.of(orElse(alert.threatFamilyName(), ""), orElse(alert.actorName(), ""))));
	}

	/**
	 * Return the names that people are shown, one for each asset.
	 */
	@SuppressWarnings("unchecked")
	private List<String> names(List<Asset> assets) {
		return (List<String>) this.interner
			.apply(assets.stream().map((asset) -> value(asset.name())).sorted(String.CASE_INSENSITIVE_ORDER).toList());
	}

	/**
	 * Return the assets that are more than a name.
	 */
	@SuppressWarnings("unchecked")
	private List<Asset> identities() {
		return (List<Asset>) this.interner
			.apply(Stream.of(this.assets.devices(), this.assets.users(), this.assets.mailboxes())
				.flatMap(List::stream)
				.filter((asset) -> asset.id() != null || asset.names().size() > 1)
				.map((asset) -> (Asset) this.interner
					.apply(new Asset(asset.id(), asset.names().stream().map(this::value).toList())))
				.toList());
	}

	@SuppressWarnings("unchecked")
	private List<Signal> signals() {
		return (List<Signal>) this.interner.apply(Signal.of(this.incident));
	}

	private List<String> ofAlerts(Function<Alert, @Nullable String> property) {
		return values(this.incident.alerts().stream().map((alert) -> orElse(property.apply(alert), "")));
	}

	private String value(@Nullable String value) {
		return (String) this.interner.apply(orElse(value, ""));
	}

	@SuppressWarnings("unchecked")
	private List<String> values(Stream<? extends @Nullable String> values) {
		Set<String> distinct = new TreeSet<>(BY_LETTERS);
		values.forEach((value) -> {
			if (value != null && !value.isBlank()) {
				distinct.add(value(value));
			}
		});
		return (List<String>) this.interner.apply(List.copyOf(distinct));
	}

	private static String orElse(@Nullable String value, String other) {
		return (value != null && !value.isBlank()) ? value : other;
	}

	private static long millis(@Nullable Instant time, long other) {
		return (time != null) ? time.toEpochMilli() : other;
	}

}
