package io.watchfloor.sandbox.graph;

import java.util.Locale;

import io.watchfloor.sandbox.defender.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entities of an alert as evidence.
 */
final class EntityEvidence {

	private final Evidence evidence;

	private final String category;

	private final ProcessEvidence processes = new ProcessEvidence();

	EntityEvidence(JsonNode alert, boolean unknownMembers) {
		this.evidence = new Evidence(alert, unknownMembers);
		this.category = alert.path("category").asString("");
	}

	/**
	 * Whether an entity is told with the process whose file it is.
	 */
	boolean isTold(JsonNode entity) {
		return type(entity).equals("file") && this.processes.isImage(entity);
	}

	JsonNode tell(JsonNode entity) {
		if (!entity.isObject()) {
			return entity;
		}
		return switch (type(entity)) {
			case "user" -> user(entity);
			case "ip" -> begin("ipEvidence", entity, ipRole()).same("ipAddress")
				.none("countryLetterCode", "location", "stream")
				.to();
			case "url" -> begin("urlEvidence", entity, "source").same("url").to();
			case "file" -> ProcessEvidence.file(begin("fileEvidence", entity, null));
			case "process" -> this.processes.process(begin("processEvidence", entity, null));
			case "mailbox" -> mailbox(entity);
			case "mailmessage" -> MailEvidence.message(begin("analyzedMessageEvidence", entity, null));
			case "mailcluster" -> MailEvidence.cluster(begin("mailClusterEvidence", entity, null));
			case "registry" -> registry(entity);
			case "securitygroup" -> begin("securityGroupEvidence", entity, null).as("displayName", "securityGroupName")
				.same("securityGroupId")
				.none("sid", "distinguishedName", "friendlyName", "activeDirectoryObjectGuid")
				.to();
			case "cloudapplication" ->
				begin("cloudApplicationEvidence", entity, null).as("displayName", "applicationName")
					.none("appId", "instanceId", "instanceName", "saasAppId", "stream")
					.to();
			case "amazonresource" -> begin("amazonResourceEvidence", entity, null).same("amazonResourceId")
				.none("amazonAccountId", "resourceName", "resourceType")
				.to();
			default -> other(entity);
		};
	}

	/**
	 * Tell of a person.
	 *
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/graph/api/resources/security-useraccount">userAccount
	 * resource type</a>
	 */
	static ObjectNode account(JsonNode entity) {
		ObjectNode account = Json.object();
		new Translation(entity, account, true).same("accountName", "domainName", "userSid", "userPrincipalName")
			.as("azureAdUserId", "aadUserId")
			.as("displayName", "mailboxDisplayName")
			.none("activeDirectoryObjectGuid");
		account.putArray("resourceAccessEvents");
		return account;
	}

	private Translation begin(String type, JsonNode entity, @Nullable String role) {
		return this.evidence.begin(type, entity, role);
	}

	private String ipRole() {
		return this.category.equals("CommandAndControl") ? "commandAndControl" : "source";
	}

	private ObjectNode user(JsonNode entity) {
		ObjectNode told = begin("userEvidence", entity,
				this.category.equals("CredentialAccess") ? "compromised" : "contextual")
			.none("stream")
			.to();
		told.set("userAccount", account(entity));
		return told;
	}

	private ObjectNode mailbox(JsonNode entity) {
		ObjectNode told = begin("mailboxEvidence", entity, "destination").as("primaryAddress", "mailboxAddress")
			.as("displayName", "mailboxDisplayName")
			.as("upn", "userPrincipalName")
			.to();
		told.set("userAccount", account(entity));
		return told;
	}

	private ObjectNode registry(JsonNode entity) {
		if (entity.path("registryValue").isString() || entity.path("registryValueType").isString()) {
			return begin("registryValueEvidence", entity, null)
				.same("registryHive", "registryKey", "registryValue", "registryValueName", "registryValueType")
				.as("mdeDeviceId", "deviceId")
				.to();
		}
		return begin("registryKeyEvidence", entity, null).same("registryHive", "registryKey").to();
	}

	/**
	 * A kind that nobody listed, with everything that is told of it; without a kind there
	 * is no {@code @odata.type} either.
	 */
	private ObjectNode other(JsonNode entity) {
		String type = entity.path("entityType").asString("");
		Translation told = begin(type.isEmpty() ? "" : Words.lowerCamel(type) + "Evidence", entity, null);
		entity.propertyNames()
			.stream()
			.filter((name) -> !told.to().has(name) && !name.equals("entityType"))
			.toList()
			.forEach(told::same);
		if (type.isEmpty()) {
			told.to().remove("@odata.type");
		}
		return told.to();
	}

	private static String type(JsonNode entity) {
		return entity.path("entityType").asString("").toLowerCase(Locale.ROOT);
	}

}
