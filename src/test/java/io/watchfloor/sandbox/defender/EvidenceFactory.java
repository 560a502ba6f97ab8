package io.watchfloor.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import io.watchfloor.sandbox.defender.Fleet.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evidence of every kind, as flat objects. The older form carries every field, mostly
 * null; the newer leaves nulls out and adds verdicts.
 */
final class EvidenceFactory {

	private static final List<String> FIELDS = List.of("entityType", "sha1", "sha256", "fileName", "filePath",
			"processId", "processCommandLine", "processCreationTime", "parentProcessId", "parentProcessCreationTime",
			"ipAddress", "url", "accountName", "domainName", "userSid", "aadUserId", "userPrincipalName",
			"mailboxDisplayName", "mailboxAddress", "clusterBy", "sender", "recipient", "subject", "deliveryAction",
			"securityGroupId", "securityGroupName", "registryHive", "registryKey", "registryValueType", "registryValue",
			"deviceId");

	private static final JsonNode POOL = Json.resource("/sandbox/evidence.json");

	private final long seed;

	private final Draw draw;

	private final ArrayNode evidence;

	private final Instant time;

	private final String deviceId;

	private final boolean newer;

	/**
	 * Begin the evidence of an alert.
	 * @param evidence where to add it
	 * @param time when the alert's activity was
	 * @param deviceId the device it was seen on, or an empty text
	 * @param newer whether in the newer form
	 */
	EvidenceFactory(long seed, Draw draw, ArrayNode evidence, Instant time, String deviceId, boolean newer) {
		this.seed = seed;
		this.draw = draw;
		this.evidence = evidence;
		this.time = time;
		this.deviceId = deviceId;
		this.newer = newer;
	}

	void add(String kind, Person person) {
		switch (kind) {
			case "user" -> user(person);
			case "process" -> process(person);
			case "file" -> file(this.draw.few(POOL.path("files").size()));
			case "ip" -> entity("Ip", (ip) -> ip.put("ipAddress", ip(this.draw.few(900))));
			case "url" -> entity("Url", (url) -> url.put("url", url(this.draw.few(700))));
			case "mailbox" -> mailbox(person);
			case "message" -> message(person);
			case "cluster" -> cluster();
			case "registry" -> registry();
			case "group" -> group();
			case "app" -> app();
			default -> throw new IllegalArgumentException("No such kind of evidence: " + kind);
		}
	}

	private void user(Person person) {
		entity("User",
				(user) -> user.put("accountName", person.account())
					.put("domainName", "contoso")
					.put("userSid", person.sid())
					.put("aadUserId", person.entraId())
					.put("userPrincipalName", person.address()));
	}

	/**
	 * A process and its file, as separate objects.
	 */
	private void process(Person person) {
		JsonNode kind = this.draw.one(POOL.path("processes").valueStream().toList());
		String command = kind.path("command")
			.asString()
			.replace("{user}", person.account())
			.replace("{url}", url(this.draw.few(700)));
		Draw image = new Draw(this.seed, 3_000_000_000L + kind.path("name").asString().hashCode());
		String sha1 = image.hex(40);
		String sha256 = image.hex(64);
		Consumer<ObjectNode> file = (node) -> node.put("sha1", sha1)
			.put("sha256", sha256)
			.put("fileName", kind.path("name").asString())
			.put("filePath", kind.path("path").asString());
		entity("Process",
				file.andThen((process) -> process.put("processId", this.draw.between(800, 24_000))
					.put("processCommandLine", command)
					.put("processCreationTime", Times.format(this.time))
					.put("parentProcessId", this.draw.between(400, 9_000))
					.put("parentProcessCreationTime",
							Times.format(this.time.minus(this.draw.upTo(Duration.ofHours(2)))))
					.put("userPrincipalName", person.address())));
		entity("File", file);
	}

	private void file(int number) {
		JsonNode file = POOL.path("files").get(number);
		Draw content = new Draw(this.seed, 4_000_000_000L + number);
		entity("File",
				(node) -> node.put("sha1", content.hex(40))
					.put("sha256", content.hex(64))
					.put("fileName", file.path("name").asString())
					.put("filePath", file.path("path").asString()));
	}

	private void mailbox(Person person) {
		entity("MailBox",
				(mailbox) -> mailbox.put("userPrincipalName", person.address())
					.put("mailboxDisplayName", person.name())
					.put("mailboxAddress", person.address()));
	}

	private void message(Person person) {
		entity("MailMessage",
				(message) -> message.put("userPrincipalName", person.address())
					.put("sender", this.draw.one(texts("senders")))
					.put("recipient", person.address())
					.put("subject", this.draw.one(texts("subjects")))
					.put("deliveryAction",
							this.draw.one(List.of("Delivered", "DeliveredAsSpam", "Blocked", "Replaced")))
					.put("internetMessageId", this.newer ? "<" + this.draw.hex(24) + "@mail.example>" : null));
	}

	private void cluster() {
		entity("MailCluster", (cluster) -> {
			cluster.put("clusterBy", this.draw.one(texts("clusters")));
			if (this.newer) {
				cluster.put("clusterByValue", this.draw.one(texts("senders")))
					.put("emailCount", this.draw.between(1, 400));
			}
		});
	}

	private void registry() {
		JsonNode value = this.draw.one(POOL.path("registry").valueStream().toList());
		entity("Registry", (registry) -> registry.setAll((ObjectNode) value));
	}

	private void group() {
		int number = this.draw.few(12);
		entity("SecurityGroup",
				(group) -> group.put("securityGroupId", new Draw(this.seed, 5_000_000_000L + number).uuid())
					.put("securityGroupName", texts("groups").get(number % texts("groups").size())));
	}

	private void app() {
		entity("CloudApplication", (app) -> app.put("applicationName", this.draw.one(texts("apps"))));
	}

	private void entity(String type, Consumer<ObjectNode> facts) {
		ObjectNode entity = this.evidence.addObject();
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
	}

	private String ip(int number) {
		Draw address = new Draw(this.seed, 6_000_000_000L + number);
		return address.chance(12) ? "2001:db8:" + address.hex(4) + "::" + address.hex(4).replaceFirst("^0+(?=.)", "")
				: address.one(List.of("203.0.113.", "198.51.100.", "192.0.2.", "45.33.32.")) + address.between(1, 254);
	}

	private String url(int number) {
		Draw address = new Draw(this.seed, 7_000_000_000L + number);
		return address.one(List.of("https://", "http://", "https://www.")) + address.one(texts("words")) + '-'
				+ address.one(texts("words")) + address.one(List.of(".example", ".test", ".invalid")) + '/'
				+ address.hex(6);
	}

	private static List<String> texts(String name) {
		return POOL.path(name).valueStream().map(JsonNode::asString).toList();
	}

}
