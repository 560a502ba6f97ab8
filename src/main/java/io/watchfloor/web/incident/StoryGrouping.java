package io.watchfloor.web.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Evidence;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.entity.EntityKind;
import io.watchfloor.web.entity.Facts;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * The ways to group the alerts in the story of an incident: the values of the parameter
 * {@code story} of the incident's address.
 */
enum StoryGrouping {

	DEVICE("By device", EntityKind.DEVICE, StoryGrouping::devices),
	USER("By user", EntityKind.USER, StoryGrouping::users),
	NONE("All together", EntityKind.OTHER, (alert) -> List.of());

	static final String PARAMETER = "story";

	private final String label;

	private final EntityKind kind;

	private final Function<Alert, List<String>> names;

	StoryGrouping(String label, EntityKind kind, Function<Alert, List<String>> names) {
		this.label = label;
		this.kind = kind;
		this.names = names;
	}

	/**
	 * Return the grouping that an address asks for. The default is by device if half of
	 * the alerts name one, else by user if half name one, else none.
	 * @throws BadParameterException when the parameter has a value that it cannot take
	 */
	static StoryGrouping of(MultiValueMap<String, String> parameters, List<Alert> alerts) {
		String value = IncidentQueryParameters.first(parameters, PARAMETER);
		if (value == null) {
			return Stream.of(DEVICE, USER)
				.filter((grouping) -> grouping.namedByHalfOf(alerts))
				.findFirst()
				.orElse(NONE);
		}
		return Arrays.stream(values())
			.filter((grouping) -> grouping.value().equals(value))
			.findFirst()
			.orElseThrow(() -> new BadParameterException(PARAMETER,
					Arrays.stream(values())
						.map(StoryGrouping::value)
						.collect(Collectors.joining(", ", "one of ", ""))));
	}

	/**
	 * Return the value in an address.
	 */
	String value() {
		return switch (this) {
			case DEVICE -> "device";
			case USER -> "user";
			case NONE -> "none";
		};
	}

	String label() {
		return this.label;
	}

	/**
	 * Return the kind of entity by which the alerts are grouped.
	 */
	EntityKind kind() {
		return this.kind;
	}

	/**
	 * Return the names of the groups that an alert belongs to, each once.
	 */
	List<String> names(Alert alert) {
		return this.names.apply(alert);
	}

	private boolean namedByHalfOf(List<Alert> alerts) {
		long named = alerts.stream().filter((alert) -> !names(alert).isEmpty()).count();
		return named > 0 && named * 2 >= alerts.size();
	}

	private static List<String> devices(Alert alert) {
		return distinct(alert.devices().stream().map((device) -> Facts.first(device.name(), device.id())));
	}

	/**
	 * Return the users or, if the alert names none, the owners of its mailboxes.
	 */
	private static List<String> users(Alert alert) {
		List<String> users = distinct(ofKind(alert, EntityKind.USER)
			.map((user) -> Facts.first(user.userPrincipalName(), user.accountName(), user.entraUserId())));
		return (!users.isEmpty()) ? users : distinct(ofKind(alert, EntityKind.MAILBOX)
			.map((mailbox) -> Facts.first(mailbox.mailboxAddress(), mailbox.userPrincipalName())));
	}

	private static Stream<Evidence> ofKind(Alert alert, EntityKind kind) {
		return alert.evidence().stream().filter((evidence) -> EntityKind.of(evidence.type()) == kind);
	}

	private static List<String> distinct(Stream<@Nullable String> names) {
		return names.filter(Objects::nonNull).distinct().toList();
	}

}
