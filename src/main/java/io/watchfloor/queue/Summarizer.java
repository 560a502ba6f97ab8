package io.watchfloor.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
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
	private static final Comparator<String> BY_LETTERS = Comparator.comparing(SearchText::composed,
			String.CASE_INSENSITIVE_ORDER);

	private final Incident incident;

	private final UnaryOperator<Object> interner;

	private final List<Device> devices;

	private final List<Evidence> evidence;

	/**
	 * Create a summarizer of one incident.
	 * @param incident the incident
	 * @param interner returns an equal object that is in use already, or the same object
	 */
	public Summarizer(Incident incident, UnaryOperator<Object> interner) {
		this.incident = incident;
		this.interner = interner;
		this.devices = incident.alerts().stream().flatMap((alert) -> alert.devices().stream()).toList();
		this.evidence = incident.alerts().stream().flatMap((alert) -> alert.evidence().stream()).toList();
	}

	/**
	 * Return the incident's summary.
	 * @return the summary
	 */
	public IncidentSummary summary() {
		List<String> deviceNames = values(this.devices.stream().map(Device::name));
		List<String> users = values(this.evidence.stream().filter(Summarizer::isUser).map(Summarizer::userName));
		List<String> mailboxes = values(this.evidence.stream().map(Summarizer::mailbox));
		return new IncidentSummary(this.incident.id(), redirectedTo(), value(this.incident.name()), created(),
				updated(), activity(Alert::firstActivity).min().orElse(created()),
				activity(Alert::lastActivity).max().orElse(created()),
				(Status) this.interner.apply(Status.of(value(this.incident.status()))),
				(Severity) this.interner.apply(Severity.of(value(this.incident.severity()))),
				value(this.incident.assignedTo()),
				value(orElse(this.incident.classification(), IncidentSummary.UNCLASSIFIED)),
				value(orElse(this.incident.determination(), IncidentSummary.UNDETERMINED)),
				ofAlerts(Alert::serviceSource), detections(), ofAlerts(Alert::category),
				values(this.incident.tags().stream()), ofAlerts(Alert::investigationState),
				values(this.incident.alerts().stream().flatMap((alert) -> alert.techniques().stream())), threats(),
				values(this.devices.stream().map(Device::osPlatform)), values(this.devices.stream().map(Device::group)),
				deviceNames, users, mailboxes, alertTimes(), text(deviceNames));
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

	private List<String> detections() {
		return values(Stream.concat(Stream.ofNullable(this.incident.detectionSource()),
				this.incident.alerts().stream().map(Alert::detectionSource)));
	}

	private List<String> threats() {
		return values(this.incident.alerts()
			.stream()
			.flatMap((alert) -> Stream.of(orElse(alert.threatFamilyName(), ""), orElse(alert.actorName(), ""))));
	}

	private SearchText text(Collection<String> deviceNames) {
		Set<String> pieces = new LinkedHashSet<>();
		pieces.add(Long.toString(this.incident.id()));
		pieces.add(value(this.incident.name()));
		this.incident.alerts().forEach((alert) -> pieces.add(orElse(alert.title(), "")));
		pieces.addAll(deviceNames);
		this.evidence.stream()
			.flatMap((piece) -> Stream.of(orElse(piece.userPrincipalName(), ""), account(piece),
					orElse(piece.mailboxAddress(), ""), orElse(piece.mailboxDisplayName(), ""),
					orElse(piece.ipAddress(), ""), orElse(piece.url(), ""), orElse(piece.fileName(), ""),
					orElse(piece.sha1(), ""), orElse(piece.sha256(), "")))
			.forEach(pieces::add);
		return SearchText.of(pieces);
	}

	/**
	 * Return an account with its domain, as an incident's page has it.
	 */
	private static String account(Evidence evidence) {
		String account = orElse(evidence.accountName(), "");
		String domain = orElse(evidence.domainName(), "");
		return (domain.isEmpty() || account.isEmpty()) ? account : domain + "\\" + account;
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

	private static boolean isUser(Evidence evidence) {
		return "User".equalsIgnoreCase(evidence.type());
	}

	private static String userName(Evidence evidence) {
		return orElse(evidence.userPrincipalName(), orElse(evidence.accountName(), ""));
	}

	private static String mailbox(Evidence evidence) {
		return orElse(evidence.mailboxAddress(), orElse(evidence.mailboxDisplayName(), ""));
	}

	private static String orElse(@Nullable String value, String other) {
		return (value != null && !value.isBlank()) ? value : other;
	}

	private static long millis(@Nullable Instant time, long other) {
		return (time != null) ? time.toEpochMilli() : other;
	}

}
