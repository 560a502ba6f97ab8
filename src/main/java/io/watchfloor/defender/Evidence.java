package io.watchfloor.defender;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An entity that an alert names: a user, a file, a process, a mailbox, an address and so
 * on. The API sends one flat object for every kind; which fields are filled depends on
 * the type. Everything in it may have been chosen by an attacker.
 *
 * @param type {@code User}, {@code Ip}, {@code Url}, {@code File}, {@code Process},
 * {@code MailBox} (also {@code Mailbox}), {@code MailMessage}, {@code MailCluster},
 * {@code Registry}, {@code SecurityGroup}, {@code CloudApplication} or another
 * @param created when it became evidence
 * @param verdict Defender's judgement, such as {@code Malicious}
 * @param remediationStatus what was done with it, such as {@code Remediated}
 * @param sha1 a file's SHA-1, in hexadecimal
 * @param sha256 a file's SHA-256, in hexadecimal
 * @param fileName a file's name
 * @param filePath a file's folder
 * @param processId a process's number
 * @param processCommandLine the command line of the process
 * @param processCreated when the process was started
 * @param parentProcessId the number of the process that started it
 * @param parentProcessCreated when the parent process was started
 * @param ipAddress an IPv4 or IPv6 address
 * @param url a URL; hostile, never a link
 * @param accountName a user's account
 * @param domainName the account's domain
 * @param userSid the account's security identifier
 * @param entraUserId the account's object id in Entra ID
 * @param userPrincipalName the account's sign-in name
 * @param mailboxDisplayName a mailbox's name
 * @param mailboxAddress a mailbox's address
 * @param clusterBy what the messages of a cluster share
 * @param clusterByValue the values that they share
 * @param emailCount how many messages a cluster holds
 * @param sender a message's sender
 * @param recipient a message's recipient
 * @param subject a message's subject
 * @param deliveryAction what happened to the message, such as {@code Delivered}
 * @param internetMessageId a message's id
 * @param securityGroupId a security group's id
 * @param securityGroupName a security group's name
 * @param registryHive the hive of a registry value
 * @param registryKey the key of a registry value
 * @param registryValueType the type of a registry value
 * @param registryValue a registry value
 * @param applicationName a cloud application's name
 * @param deviceId the device it was seen on, by {@link Device#id()}
 * @param name what a kind that no other field tells of is called; only some sources give
 * it
 * @param roles the parts that it played, such as {@code Attacker}; only some sources give
 * them
 */
public record Evidence(@JsonProperty("entityType") @Nullable String type,
		@JsonProperty("evidenceCreationTime") @Nullable Instant created, @Nullable String verdict,
		@Nullable String remediationStatus, @Nullable String sha1, @Nullable String sha256, @Nullable String fileName,
		@Nullable String filePath, @Nullable Long processId, @Nullable String processCommandLine,
		@JsonProperty("processCreationTime") @Nullable Instant processCreated, @Nullable Long parentProcessId,
		@JsonProperty("parentProcessCreationTime") @Nullable Instant parentProcessCreated, @Nullable String ipAddress,
		@Nullable String url, @Nullable String accountName, @Nullable String domainName, @Nullable String userSid,
		@JsonProperty("aadUserId") @Nullable String entraUserId, @Nullable String userPrincipalName,
		@Nullable String mailboxDisplayName, @Nullable String mailboxAddress, @Nullable String clusterBy,
		@Nullable String clusterByValue, @Nullable Long emailCount, @Nullable String sender, @Nullable String recipient,
		@Nullable String subject, @Nullable String deliveryAction, @Nullable String internetMessageId,
		@Nullable String securityGroupId, @Nullable String securityGroupName, @Nullable String registryHive,
		@Nullable String registryKey, @Nullable String registryValueType, @Nullable String registryValue,
		@Nullable String applicationName, @Nullable String deviceId, @Nullable String name, List<String> roles) {

	public Evidence {
		roles = LenientLists.withoutNulls(roles);
	}

	/**
	 * Create evidence without what only some sources give.
	 */
	public Evidence(@Nullable String type, @Nullable Instant created, @Nullable String verdict,
			@Nullable String remediationStatus, @Nullable String sha1, @Nullable String sha256,
			@Nullable String fileName, @Nullable String filePath, @Nullable Long processId,
			@Nullable String processCommandLine, @Nullable Instant processCreated, @Nullable Long parentProcessId,
			@Nullable Instant parentProcessCreated, @Nullable String ipAddress, @Nullable String url,
			@Nullable String accountName, @Nullable String domainName, @Nullable String userSid,
			@Nullable String entraUserId, @Nullable String userPrincipalName, @Nullable String mailboxDisplayName,
			@Nullable String mailboxAddress, @Nullable String clusterBy, @Nullable String clusterByValue,
			@Nullable Long emailCount, @Nullable String sender, @Nullable String recipient, @Nullable String subject,
			@Nullable String deliveryAction, @Nullable String internetMessageId, @Nullable String securityGroupId,
			@Nullable String securityGroupName, @Nullable String registryHive, @Nullable String registryKey,
			@Nullable String registryValueType, @Nullable String registryValue, @Nullable String applicationName,
			@Nullable String deviceId) {
		this(type, created, verdict, remediationStatus, sha1, sha256, fileName, filePath, processId, processCommandLine,
				processCreated, parentProcessId, parentProcessCreated, ipAddress, url, accountName, domainName, userSid,
				entraUserId, userPrincipalName, mailboxDisplayName, mailboxAddress, clusterBy, clusterByValue,
				emailCount, sender, recipient, subject, deliveryAction, internetMessageId, securityGroupId,
				securityGroupName, registryHive, registryKey, registryValueType, registryValue, applicationName,
				deviceId, null, List.of());
	}

}
