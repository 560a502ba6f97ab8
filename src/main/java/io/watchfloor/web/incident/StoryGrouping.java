package io.watchfloor.web.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.queue.Asset;
import io.watchfloor.queue.Assets;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.entity.EntityKind;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * The ways to group the alerts in the story of an incident: the values of the parameter
 * {@code story} of the incident's address.
 */
enum StoryGrouping {

	DEVICE("By device", EntityKind.DEVICE, StoryGrouping::devices),
	USER("By user", EntityKind.USER, StoryGrouping::users),
	NONE("All together", EntityKind.OTHER, (assets, alert) -> List.of());

	static final String PARAMETER = "story";

	private final String label;

	private final EntityKind kind;

	private final BiFunction<Assets, Alert, List<Asset>> members;

	StoryGrouping(String label, EntityKind kind, BiFunction<Assets, Alert, List<Asset>> members) {
		this.label = label;
		this.kind = kind;
		this.members = members;
	}

	/**
	 * Return the grouping that an address asks for. The default is by device if half of
	 * the alerts name one, else by user if half name one, else none.
	 * @throws BadParameterException when the parameter has a value that it cannot take
	 */
	static StoryGrouping of(MultiValueMap<String, String> parameters, List<Alert> alerts) {
		String value = IncidentQueryParameters.first(parameters, PARAMETER);
		if (value == null) {
			Assets assets = Assets.of(alerts);
			return Stream.of(DEVICE, USER)
				.filter((grouping) -> grouping.namedByHalfOf(assets, alerts))
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
	 * Return the devices or users to whose groups an alert belongs, each once.
	 * @param assets those of all alerts
	 */
	List<Asset> of(Assets assets, Alert alert) {
		return this.members.apply(assets, alert);
	}

	private boolean namedByHalfOf(Assets assets, List<Alert> alerts) {
		long named = alerts.stream().filter((alert) -> !of(assets, alert).isEmpty()).count();
		return named > 0 && named * 2 >= alerts.size();
	}

	private static List<Asset> devices(Assets assets, Alert alert) {
		return distinct(alert.devices().stream().map(assets::of));
	}

	/**
	 * Return the users or, if the alert names none, its mailboxes.
	 */
	private static List<Asset> users(Assets assets, Alert alert) {
		List<Asset> users = ofKind(assets, alert, EntityKind.USER);
		return (!users.isEmpty()) ? users : ofKind(assets, alert, EntityKind.MAILBOX);
	}

	private static List<Asset> ofKind(Assets assets, Alert alert, EntityKind kind) {
		return distinct(
				alert.evidence().stream().filter((evidence) -> EntityKind.of(evidence.type()) == kind).map(assets::of));
	}

	private static List<Asset> distinct(Stream<@Nullable Asset> assets) {
		return assets.filter(Objects::nonNull).distinct().toList();
	}

}
