package io.watchfloor.queue;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Collects the texts of an incident that a search looks through: what its page prints,
 * but for times, numbers of processes, and words of short lists, such as a verdict or a
 * product, for which the queue has filters. What Microsoft advises to do is left out too:
 * it is the same in all alerts of a detector, so that a search in it would find detectors
 * and not attacks, and it may be longer than all other texts of an incident together.
 */
final class IncidentTexts {

	private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

	private final Map<SearchField, Set<String>> texts = new EnumMap<>(SearchField.class);

	private IncidentTexts() {
	}

	/**
	 * Collect the texts of an incident.
	 * @param incident the incident
	 * @param assets its devices, users and mailboxes
	 */
	static SearchText of(Incident incident, Assets assets) {
		IncidentTexts texts = new IncidentTexts();
		texts.add(SearchField.ID, "#" + incident.id());
		texts.add(SearchField.NAME, incident.name());
		texts.add(SearchField.OWNER, incident.assignedTo());
		incident.tags().forEach((tag) -> texts.add(SearchField.TAG, tag));
		texts.add(incident.supplement());
		assets.devices().forEach((device) -> device.names().forEach((name) -> texts.add(SearchField.DEVICE, name)));
		incident.alerts().forEach(texts::add);
		incident.comments().forEach((comment) -> {
			texts.add(SearchField.COMMENT_AUTHOR, comment.author());
			texts.add(SearchField.COMMENT, comment.text());
		});
		return SearchText.of(texts.texts);
	}

	private void add(Incident.Supplement supplement) {
		supplement.systemTags().forEach((tag) -> add(SearchField.TAG, tag));
		String changedBy = supplement.lastModifiedBy();
		if (changedBy != null && changedBy.contains("@")) {
			// A service's name, such as Microsoft Defender XDR, would be found in most
			add(SearchField.CHANGED_BY, changedBy);
		}
		add(SearchField.COMMENT, supplement.resolvingComment());
		add(SearchField.SUMMARY, supplement.summary());
	}

	private void add(Alert alert) {
		add(SearchField.ALERT, alert.title());
		add(SearchField.DESCRIPTION, alert.description());
		add(SearchField.ALERT_ID, alert.id(), alert.providerAlertId());
		add(SearchField.DETECTOR_ID, alert.detectorId());
		add(SearchField.INVESTIGATION_ID, alert.investigationId());
		add(SearchField.OWNER, alert.assignedTo());
		add(SearchField.CATEGORY, alert.category(), spelledOut(alert.category()));
		add(SearchField.THREAT, alert.threatFamilyName());
		add(SearchField.ACTOR, alert.actorName());
		alert.systemTags().forEach((tag) -> add(SearchField.TAG, tag));
		alert.techniques().forEach((technique) -> add(SearchField.TECHNIQUE, named(technique)));
		alert.devices().forEach(this::add);
		alert.evidence().forEach(this::add);
	}

	private void add(Device device) {
		add(SearchField.DEVICE_ID, device.id(), device.entraId());
		add(SearchField.DEVICE_GROUP, device.group());
		device.tags().forEach((tag) -> add(SearchField.DEVICE_TAG, tag));
		device.loggedOnUsers()
			.forEach((user) -> add(SearchField.LOGGED_ON, joined("\\", user.domainName(), user.accountName())));
		Device.VmMetadata machine = device.vmMetadata();
		if (machine != null) {
			add(SearchField.DEVICE_ID, machine.vmId(), machine.resourceId(), machine.subscriptionId());
		}
	}

	private void add(Evidence evidence) {
		add(SearchField.USER, evidence.userPrincipalName(), AssetMention.account(evidence));
		add(SearchField.USER_ID, evidence.userSid(), evidence.entraUserId());
		add(SearchField.MAILBOX, evidence.mailboxAddress(), evidence.mailboxDisplayName());
		add(SearchField.SENDER, evidence.sender());
		add(SearchField.RECIPIENT, evidence.recipient());
		add(SearchField.SUBJECT, evidence.subject());
		add(SearchField.MESSAGE_ID, evidence.internetMessageId());
		add(SearchField.MAIL_CLUSTER, evidence.clusterBy(), evidence.clusterByValue());
		add(SearchField.IP, evidence.ipAddress());
		add(SearchField.URL, evidence.url());
		add(SearchField.FILE, path(evidence));
		add(SearchField.HASH, evidence.sha1(), evidence.sha256());
		add(SearchField.COMMAND_LINE, evidence.processCommandLine());
		add(SearchField.REGISTRY, joined("\\", evidence.registryHive(), evidence.registryKey()),
				evidence.registryValue());
		add(SearchField.SECURITY_GROUP, evidence.securityGroupName(), evidence.securityGroupId());
		add(SearchField.APPLICATION, evidence.applicationName());
		add(SearchField.EVIDENCE, evidence.name());
		add(SearchField.DEVICE_ID, evidence.deviceId());
	}

	private void add(SearchField field, @Nullable String... texts) {
		for (String text : texts) {
			if (text != null && !text.isBlank()) {
				this.texts.computeIfAbsent(field, (first) -> new LinkedHashSet<>()).add(text);
			}
		}
	}

	/**
	 * Return the words that a page prints for a category.
	 * @param category such as {@code InitialAccess}
	 * @return such as {@code Initial Access}
	 */
	private static @Nullable String spelledOut(@Nullable String category) {
		return (category != null) ? NEXT_WORD.matcher(category).replaceAll(" ") : null;
	}

	/**
	 * Return a technique with its name, and with its successor if it was revoked.
	 */
	private static String named(String id) {
		String successor = TechniqueNames.successor(id);
		return Stream.of(id, successor, TechniqueNames.of((successor != null) ? successor : id))
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
	}

	/**
	 * Return a file's folder and name, as the page prints them.
	 */
	private static @Nullable String path(Evidence evidence) {
		String folder = evidence.filePath();
		boolean slashes = folder != null && folder.contains("/") && !folder.contains("\\");
		return joined(slashes ? "/" : "\\", folder, evidence.fileName());
	}

	private static @Nullable String joined(String separator, @Nullable String first, @Nullable String second) {
		if (first == null || first.isBlank() || second == null || second.isBlank()) {
			return (first == null || first.isBlank()) ? second : first;
		}
		return first.endsWith(separator) ? first + second : first + separator + second;
	}

}
