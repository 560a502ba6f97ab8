package io.watchfloor.sandbox.defender;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import io.watchfloor.sandbox.defender.Fleet.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entities of one alert, as flat objects. The older form carries every field, mostly
 * null; the newer leaves nulls out and adds verdicts.
 */
final class Entities {

	private static final List<String> FIELDS = List.of("entityType", "sha1", "sha256", "fileName", "filePath",
			"processId", "processCommandLine", "processCreationTime", "parentProcessId", "parentProcessCreationTime",
			"ipAddress", "url", "accountName", "domainName", "userSid", "aadUserId", "userPrincipalName",
			"mailboxDisplayName", "mailboxAddress", "clusterBy", "sender", "recipient", "subject", "deliveryAction",
			"securityGroupId", "securityGroupName", "registryHive", "registryKey", "registryValueType", "registryValue",
			"deviceId");

	private final ArrayNode entities;

	private final Instant time;

	private final String deviceId;

	private final boolean newer;

	private final Draw draw;

	/**
	 * Begin.
	 * @param entities where to add them
	 * @param time when the alert's activity was
	 * @param deviceId the device they were seen on, or an empty text
	 * @param newer whether in the newer form
	 * @param draw decides on verdicts
	 */
	Entities(ArrayNode entities, Instant time, String deviceId, boolean newer, Draw draw) {
		this.entities = entities;
		this.time = time;
		this.deviceId = deviceId;
		this.newer = newer;
		this.draw = draw;
	}

	boolean newer() {
		return this.newer;
	}

	Instant time() {
		return this.time;
	}

	/**
	 * Add an entity.
	 * @return the entity
	 */
	ObjectNode add(String type, Consumer<ObjectNode> facts) {
		ObjectNode entity = this.entities.addObject();
		if (!this.newer) {
			FIELDS.forEach(entity::putNull);
		}
		entity.put("entityType", type);
		if (this.newer) {
			entity.put("evidenceCreationTime", Times.format(this.time))
				.put("verdict", this.draw.one(List.of("Malicious", "Suspicious", "Suspicious", "NoThreatsFound")))
				.put("remediationStatus", this.draw.one(List.of("None", "Remediated", "Prevented", "Active")));
		}
		facts.accept(entity);
		if (!this.deviceId.isEmpty()) {
			entity.put("deviceId", this.deviceId);
		}
		if (this.newer) {
			entity.removeIf(JsonNode::isNull);
		}
		return entity;
	}

	/**
	 * Add a process and its file, as separate entities of one verdict.
	 * @param file the facts of the file, which the process tells as well
	 * @param facts the further facts of the process
	 */
	void addProcess(Consumer<ObjectNode> file, Consumer<ObjectNode> facts) {
		ObjectNode process = add("Process", file.andThen(facts));
		add("File", file.andThen((image) -> {
			for (String name : List.of("verdict", "remediationStatus")) {
				if (process.has(name)) {
					image.set(name, process.path(name));
				}
			}
		}));
	}

	void user(Person person) {
		add("User",
				(user) -> user.put("accountName", person.account())
					.put("domainName", "contoso")
					.put("userSid", person.sid())
					.put("aadUserId", person.entraId())
					.put("userPrincipalName", person.address()));
	}

	void mailbox(Person person) {
		add("MailBox",
				(mailbox) -> mailbox.put("userPrincipalName", person.address())
					.put("mailboxDisplayName", person.name())
					.put("mailboxAddress", person.address()));
	}

}
