package io.watchfloor.queue.index;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.Attention;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchScope;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.TechniqueNames;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * Filters and sorts a list in the simplest way. The index must select the same.
 */
final class NaiveQueue {

	private static final Comparator<Incident> NEWEST_ID_FIRST = Comparator.comparing(Incident::id).reversed();

	private final List<Incident> incidents;

	private final Viewpoint viewpoint;

	NaiveQueue(List<Incident> incidents, Viewpoint viewpoint) {
		this.incidents = incidents;
		this.viewpoint = viewpoint;
	}

	List<Long> select(IncidentQuery query) {
		Comparator<Incident> order = order(query.order().column(), query.order().descending());
		return this.incidents.stream()
			.filter((incident) -> inRange(incident, query.range()))
			.filter((incident) -> query.filters()
				.entrySet()
				.stream()
				.allMatch((filter) -> has(incident, filter.getKey(), filter.getValue())))
			.filter((incident) -> query.excluded()
				.entrySet()
				.stream()
				.noneMatch((filter) -> has(incident, filter.getKey(), filter.getValue())))
			.filter((incident) -> isCreatedIn(incident, query.created()))
			.filter((
					incident) -> query.terms().stream().allMatch((term) -> mentions(incident, term) != term.excluded()))
			.sorted(order.thenComparing(NEWEST_ID_FIRST))
			.map(Incident::id)
			.toList();
	}

	private static boolean isCreatedIn(Incident incident, TimeRange range) {
		Instant created = incident.created();
		return range.equals(TimeRange.ANY)
				|| (created != null && (range.from() == null || !created.isBefore(range.from()))
						&& (range.to() == null || created.isBefore(range.to())));
	}

	private boolean inRange(Incident incident, TimeRange range) {
		Instant updated = incident.lastUpdate();
		if (updated == null) {
			return range.to() == null;
		}
		return !updated.isBefore(range.start(this.viewpoint.now()))
				&& (range.to() == null || updated.isBefore(range.to()));
	}

	boolean has(Incident incident, Facet facet, Set<String> wanted) {
		List<String> values = values(incident, facet).filter((value) -> value != null && !value.isBlank())
			.map((value) -> facet.valueFor(value).toLowerCase(Locale.ROOT))
			.toList();
		return wanted.stream()
			.map(facet::valueFor)
			.map((value) -> (facet == Facet.ASSIGNED_TO && value.equals("me"))
					? this.viewpoint.analyst().stream().findFirst().orElse("?") : value)
			.anyMatch((value) -> values.contains(value.toLowerCase(Locale.ROOT)));
	}

	private static boolean isOpen(Incident incident) {
		String status = text(incident.status()).toLowerCase(Locale.ROOT);
		boolean merged = incident.redirectedTo() != null && incident.redirectedTo() != 0;
		return !merged && !status.equals("resolved") && !status.equals("redirected");
	}

	private static Stream<? extends @Nullable String> values(Incident incident, Facet facet) {
		return switch (facet) {
			case STATUS -> Stream.of(text(incident.status()), isOpen(incident) ? "open" : null);
			case SEVERITY -> Stream.of(text(incident.severity()).isBlank() ? "UnSpecified" : incident.severity());
			case ASSIGNED_TO -> Stream.of((incident.assignedTo() != null) ? incident.assignedTo() : "none");
			case SOURCE -> incident.alerts().stream().map(Alert::serviceSource);
			case DETECTION -> Stream.concat(Stream.of(text(incident.detectionSource())),
					incident.alerts().stream().map(Alert::detectionSource));
			case CATEGORY -> incident.alerts().stream().map(Alert::category);
			case TAG -> tags(incident);
			case CLASSIFICATION -> Stream.of(Objects.requireNonNullElse(incident.classification(), "Unknown"));
			case DETERMINATION -> Stream.of(Objects.requireNonNullElse(incident.determination(), "NotAvailable"));
			case INVESTIGATION -> incident.alerts().stream().map(Alert::investigationState);
			case TECHNIQUE -> incident.alerts().stream().flatMap((alert) -> alert.techniques().stream());
			case THREAT -> Stream.concat(incident.alerts().stream().map(Alert::threatFamilyName),
					incident.alerts().stream().map(Alert::actorName));
			case OS -> devices(incident).map(Device::osPlatform);
			case GROUP -> devices(incident).map(Device::group);
			case ASSET ->
				Stream.concat(devices(incident).flatMap((device) -> Stream.of(text(device.name()), text(device.id()))),
						evidence(incident).flatMap(NaiveQueue::userAndMailbox));
		};
	}

	private static Stream<String> tags(Incident incident) {
		return Stream.concat(incident.tags().stream(), incident.supplement().systemTags().stream());
	}

	private static Stream<? extends @Nullable String> userAndMailbox(Evidence evidence) {
		String type = text(evidence.type()).toLowerCase(Locale.ROOT);
		Stream<String> user = (type.equals("user"))
				? Stream.of(text(evidence.userPrincipalName()), text(evidence.accountName())) : Stream.of();
		Stream<String> owner = (type.equals("mailbox")) ? Stream.of(text(evidence.userPrincipalName())) : Stream.of();
		return Stream.of(user, owner, Stream.of(text(evidence.mailboxAddress()), text(evidence.mailboxDisplayName())))
			.flatMap(Function.identity());
	}

	private static boolean mentions(Incident incident, SearchTerm term) {
		Stream<String> texts = Stream.of(SearchScope.values())
			.filter((scope) -> term.scope() == null || term.scope() == scope)
			.flatMap((scope) -> texts(incident, scope));
		return Stream.concat(texts, (term.scope() == null) ? textsWithoutScope(incident) : Stream.of())
			.anyMatch((text) -> searchable(text).contains(searchable(term.text())));
	}

	private static String searchable(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
	}

	private static Stream<String> textsWithoutScope(Incident incident) {
		Stream<String> ofIncident = Stream.of("#" + incident.id(), text(incident.name()), text(incident.assignedTo()),
				text(incident.supplement().summary()));
		Stream<String> ofAlerts = incident.alerts()
			.stream()
			.flatMap((alert) -> Stream.of(text(alert.category()),
					text(alert.category()).replace("InitialAccess", "Initial Access"), text(alert.threatFamilyName()),
					text(alert.actorName())));
		return Stream.of(ofIncident, ofAlerts, evidence(incident).map((piece) -> text(piece.processCommandLine())))
			.flatMap(Function.identity());
	}

	private static Stream<String> texts(Incident incident, SearchScope scope) {
		return switch (scope) {
			case DEVICE -> devices(incident)
				.flatMap((device) -> Stream.of(text(device.name()), text(device.id()), text(device.group())));
			case USER -> evidence(incident)
				.flatMap((piece) -> Stream.of(text(piece.accountName()), text(piece.userPrincipalName())));
			case MAIL -> evidence(incident)
				.flatMap((piece) -> Stream.of(text(piece.mailboxAddress()), text(piece.mailboxDisplayName())));
			case IP -> evidence(incident).map((piece) -> text(piece.ipAddress()));
			case URL -> evidence(incident).map((piece) -> text(piece.url()));
			case HASH -> evidence(incident).flatMap((piece) -> Stream.of(text(piece.sha1()), text(piece.sha256())));
			case FILE -> evidence(incident).map((piece) -> text(piece.fileName()).isBlank() ? text(piece.filePath())
					: piece.filePath() + "\\" + piece.fileName());
			case TAG -> tags(incident);
			case ALERT -> incident.alerts().stream().map((alert) -> text(alert.title()));
			case TECHNIQUE -> incident.alerts()
				.stream()
				.flatMap((alert) -> alert.techniques().stream())
				.map((id) -> id + " " + TechniqueNames.of(id));
		};
	}

	private Comparator<Incident> order(IncidentOrder.Column column, boolean descending) {
		return switch (column) {
			case UPDATED -> byTime(Incident::lastUpdate, descending);
			case CREATED -> byTime(Incident::created, descending);
			case PRIORITY -> byScore(descending);
			default -> (descending) ? order(column).reversed() : order(column);
		};
	}

	private static Comparator<Incident> byTime(Function<Incident, @Nullable Instant> time, boolean descending) {
		Comparator<Instant> known = (descending) ? Comparator.reverseOrder() : Comparator.naturalOrder();
		return Comparator.comparing(time, Comparator.nullsLast(known));
	}

	private static Comparator<Incident> byScore(boolean descending) {
		Comparator<Integer> known = (descending) ? Comparator.reverseOrder() : Comparator.naturalOrder();
		Function<Incident, @Nullable Integer> score = (incident) -> incident.supplement().priorityScore();
		return Comparator.comparing(score, Comparator.nullsLast(known));
	}

	private Comparator<Incident> order(IncidentOrder.Column column) {
		return switch (column) {
			case UPDATED, CREATED, PRIORITY -> byTime(Incident::created, false);
			case SEVERITY -> Comparator.comparing((incident) -> List.of("informational", "low", "medium", "high")
				.indexOf(text(incident.severity()).toLowerCase(Locale.ROOT)));
			case ATTENTION -> Comparator
				.comparing((Incident incident) -> Attention.of(IncidentSummary.of(incident), this.viewpoint).band())
				.thenComparing((incident) -> -Attention.of(IncidentSummary.of(incident), this.viewpoint).score())
				.thenComparing(byTime(Incident::created, true));
			case NAME -> Comparator.comparing((incident) -> text(incident.name()), String.CASE_INSENSITIVE_ORDER);
			case ALERTS -> Comparator.comparing((incident) -> incident.alerts().size());
			case ASSETS -> Comparator.comparing((incident) -> IncidentSummary.of(incident).assets());
			case ID -> Comparator.comparing(Incident::id);
			case ASSIGNEE ->
				Comparator.comparing((incident) -> text(incident.assignedTo()), String.CASE_INSENSITIVE_ORDER);
		};
	}

	private static Stream<Device> devices(Incident incident) {
		return incident.alerts().stream().flatMap((alert) -> alert.devices().stream());
	}

	private static Stream<Evidence> evidence(Incident incident) {
		return incident.alerts().stream().flatMap((alert) -> alert.evidence().stream());
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
