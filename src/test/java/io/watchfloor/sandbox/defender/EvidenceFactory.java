package io.watchfloor.sandbox.defender;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.watchfloor.sandbox.defender.Fleet.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evidence of every kind, drawn from what the tenant knows, so that incidents share some.
 */
final class EvidenceFactory {

	private static final JsonNode POOL = Json.resource("/sandbox/evidence.json");

	private static final Map<String, List<String>> TEXTS = new ConcurrentHashMap<>();

	private static final List<JsonNode> PROCESSES = POOL.path("processes").valueStream().toList();

	private final long seed;

	private final Draw draw;

	private final Entities entities;

	/**
	 * Begin the evidence of an alert.
	 * @param seed the tenant's seed: equal numbers of it are equal files and addresses
	 * @param draw decides which
	 * @param entities where to add it
	 */
	EvidenceFactory(long seed, Draw draw, Entities entities) {
		this.seed = seed;
		this.draw = draw;
		this.entities = entities;
	}

	void add(String kind, Person person) {
		switch (kind) {
			case "user" -> this.entities.user(person);
			case "process" -> process(person);
			case "file" -> file(this.draw.few(POOL.path("files").size()));
			case "ip" -> this.entities.add("Ip", (ip) -> ip.put("ipAddress", ip(this.draw.few(900))));
			case "url" -> this.entities.add("Url", (url) -> url.put("url", url(this.draw.few(700))));
			case "mailbox" -> this.entities.mailbox(person);
			case "message" -> message(person);
			case "cluster" -> cluster();
			case "registry" -> registry();
			case "group" -> group();
			case "app" -> app();
			default -> throw new IllegalArgumentException("No such kind of evidence: " + kind);
		}
	}

	/**
	 * A process and its file, as separate objects.
	 */
	private void process(Person person) {
		JsonNode kind = this.draw.one(PROCESSES);
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
		this.entities.addProcess(file,
				(process) -> process.put("processId", this.draw.between(800, 24_000))
					.put("processCommandLine", command)
					.put("processCreationTime", Times.format(this.entities.time()))
					.put("parentProcessId", this.draw.between(400, 9_000))
					.put("parentProcessCreationTime",
							Times.format(this.entities.time().minus(this.draw.upTo(Duration.ofHours(2)))))
					.put("userPrincipalName", person.address()));
	}

	private void file(int number) {
		JsonNode file = POOL.path("files").get(number);
		Draw content = new Draw(this.seed, 4_000_000_000L + number);
		this.entities.add("File",
				(node) -> node.put("sha1", content.hex(40))
					.put("sha256", content.hex(64))
					.put("fileName", file.path("name").asString())
					.put("filePath", file.path("path").asString()));
	}

	private void message(Person person) {
		this.entities.add("MailMessage", (message) -> message.put("userPrincipalName", person.address())
			.put("sender", this.draw.one(texts("senders")))
			.put("recipient", person.address())
			.put("subject", this.draw.one(texts("subjects")))
			.put("deliveryAction", this.draw.one(List.of("Delivered", "DeliveredAsSpam", "Blocked", "Replaced")))
			.put("internetMessageId", this.entities.newer() ? "<" + this.draw.hex(24) + "@mail.example>" : null));
	}

	private void cluster() {
		this.entities.add("MailCluster", (cluster) -> {
			cluster.put("clusterBy", this.draw.one(texts("clusters")));
			if (this.entities.newer()) {
				cluster.put("clusterByValue", this.draw.one(texts("senders")))
					.put("emailCount", this.draw.between(1, 400));
			}
		});
	}

	private void registry() {
		JsonNode value = this.draw.one(POOL.path("registry").valueStream().toList());
		this.entities.add("Registry", (registry) -> registry.setAll((ObjectNode) value));
	}

	private void group() {
		int number = this.draw.few(12);
		this.entities.add("SecurityGroup",
				(group) -> group.put("securityGroupId", new Draw(this.seed, 5_000_000_000L + number).uuid())
					.put("securityGroupName", texts("groups").get(number % texts("groups").size())));
	}

	private void app() {
		this.entities.add("CloudApplication", (app) -> app.put("applicationName", this.draw.one(texts("apps"))));
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
		return TEXTS.computeIfAbsent(name,
				(key) -> POOL.path(key).valueStream().map((text) -> text.asString("")).toList());
	}

}
