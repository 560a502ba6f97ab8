package io.watchfloor.web.entity;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.watchfloor.defender.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Names pieces of evidence, and decides when two of them are the same thing. For users
 * and mailboxes {@link io.watchfloor.queue.Assets} does.
 */
public final class EvidenceNames {

	private EvidenceNames() {
	}

	/**
	 * Return the title of a piece of evidence: the field by which people know things of
	 * its kind.
	 * @return the title, to be copied as it came, or {@code null} when it has none
	 */
	public static @Nullable FactValue title(Evidence evidence) {
		String name = switch (EntityKind.of(evidence.type())) {
			case PROCESS -> Facts.first(evidence.fileName(), evidence.processCommandLine());
			case FILE -> Facts.first(evidence.fileName(), evidence.filePath(), evidence.sha256(), evidence.sha1());
			case IP -> evidence.ipAddress();
			case URL -> evidence.url();
			case MAIL_MESSAGE -> Facts.first(evidence.subject(), evidence.internetMessageId(), evidence.sender());
			case MAIL_CLUSTER -> Facts.first(evidence.clusterByValue(), evidence.clusterBy());
			case REGISTRY -> Facts.first(key(evidence), evidence.registryValue());
			case SECURITY_GROUP -> Facts.first(evidence.securityGroupName(), evidence.securityGroupId());
			case CLOUD_APPLICATION -> evidence.applicationName();
			case USER, MAILBOX -> null;
			case DEVICE, OTHER -> evidence.type();
		};
		if (name == null || name.isBlank()) {
			return null;
		}
		return switch (EntityKind.of(evidence.type())) {
			case URL -> FactValue.url(name);
			case IP -> FactValue.ip(name);
			case MAIL_MESSAGE -> (name.equals(evidence.subject())) ? FactValue.code(name) : FactValue.mail(name);
			default -> FactValue.code(name);
		};
	}

	/**
	 * Return the key that two mentions of the same thing share. A mention without such a
	 * field equals only mentions that are equal in every field but their state.
	 */
	public static Object identity(Evidence evidence) {
		EntityKind kind = EntityKind.of(evidence.type());
		Object key = switch (kind) {
			case FILE -> folded(Facts.first(evidence.sha1(), evidence.sha256(), path(evidence)));
			case IP -> folded(evidence.ipAddress());
			case URL -> evidence.url();
			case PROCESS -> process(evidence);
			case MAIL_MESSAGE -> evidence.internetMessageId();
			case SECURITY_GROUP -> folded(Facts.first(evidence.securityGroupId(), evidence.securityGroupName()));
			case CLOUD_APPLICATION -> folded(evidence.applicationName());
			case USER, MAILBOX, MAIL_CLUSTER, REGISTRY, DEVICE, OTHER -> null;
		};
		return (key != null && !key.equals("")) ? List.of(kind, key) : withoutState(evidence);
	}

	/**
	 * Return the domain and account of a user.
	 */
	static @Nullable String account(Evidence evidence) {
		return joined(evidence.domainName(), "\\", evidence.accountName());
	}

	/**
	 * Return the folder and name of a file.
	 */
	static @Nullable String path(Evidence evidence) {
		String folder = evidence.filePath();
		boolean slashes = folder != null && folder.contains("/") && !folder.contains("\\");
		return joined(folder, (slashes) ? "/" : "\\", evidence.fileName());
	}

	/**
	 * Return the hive and key of a registry value.
	 */
	static @Nullable String key(Evidence evidence) {
		return joined(evidence.registryHive(), "\\", evidence.registryKey());
	}

	private static @Nullable Object process(Evidence evidence) {
		Long number = evidence.processId();
		return (number != null) ? List.of(number, Objects.requireNonNullElse(evidence.deviceId(), ""),
				Objects.requireNonNullElse(evidence.processCommandLine(), ""),
				String.valueOf(evidence.processCreated())) : null;
	}

	private static @Nullable String joined(@Nullable String first, String separator, @Nullable String second) {
		if (first == null || first.isBlank() || second == null || second.isBlank()) {
			return Facts.first(first, second);
		}
		return (first.endsWith(separator)) ? first + second : first + separator + second;
	}

	private static @Nullable String folded(@Nullable String key) {
		return (key != null) ? key.toLowerCase(Locale.ROOT) : null;
	}

	/**
	 * Return a piece of evidence without what changes from alert to alert: time, verdict
	 * and remediation.
	 */
	static Evidence withoutState(Evidence it) {
		return new Evidence(it.type(), null, null, null, it.sha1(), it.sha256(), it.fileName(), it.filePath(),
				it.processId(), it.processCommandLine(), it.processCreated(), it.parentProcessId(),
				it.parentProcessCreated(), it.ipAddress(), it.url(), it.accountName(), it.domainName(), it.userSid(),
				it.entraUserId(), it.userPrincipalName(), it.mailboxDisplayName(), it.mailboxAddress(), it.clusterBy(),
				it.clusterByValue(), it.emailCount(), it.sender(), it.recipient(), it.subject(), it.deliveryAction(),
				it.internetMessageId(), it.securityGroupId(), it.securityGroupName(), it.registryHive(),
				it.registryKey(), it.registryValueType(), it.registryValue(), it.applicationName(), it.deviceId(),
				it.name(), List.of());
	}

}
