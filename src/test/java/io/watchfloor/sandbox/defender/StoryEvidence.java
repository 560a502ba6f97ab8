package io.watchfloor.sandbox.defender;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import io.watchfloor.sandbox.defender.Fleet.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The evidence of one alert of a story. A file of one name has one content.
 */
final class StoryEvidence {

	private final Entities entities;

	private final Draw draw;

	private final String device;

	private int processes;

	private final Map<String, String> started;

	/**
	 * The evidence of an alert.
	 * @param device the device that it is seen on
	 * @param started when the processes that earlier alerts named were started, by device
	 * and number; those of this alert are added
	 */
	StoryEvidence(Entities entities, Draw draw, String device, Map<String, String> started) {
		this.entities = entities;
		this.draw = draw;
		this.device = device;
		this.started = started;
	}

	void add(JsonNode part, Function<String, Person> people) {
		if (part.has("user")) {
			this.entities.user(people.apply(part.path("user").asString()));
		}
		part.path("processes").forEach(this::process);
		part.path("files").forEach((file) -> this.entities.add("File", image(file)));
		part.path("ips").forEach((ip) -> this.entities.add("Ip", (node) -> node.set("ipAddress", ip)));
		part.path("urls").forEach((url) -> this.entities.add("Url", (node) -> node.set("url", url)));
		if (part.has("mailbox")) {
			mail(part, people.apply(part.path("mailbox").asString()));
		}
		part.path("registry")
			.forEach((value) -> this.entities.add("Registry", (node) -> node.setAll((ObjectNode) value)));
		named(part, "group", "SecurityGroup", "securityGroupName");
		named(part, "app", "CloudApplication", "applicationName");
		named(part, "cluster", "MailCluster", "clusterBy");
	}

	/**
	 * A process and its file. A process starts some seconds after its parent, and once,
	 * however many alerts name it.
	 */
	private void process(JsonNode process) {
		int id = process.path("pid").asInt();
		int parent = process.path("parent").asInt();
		String parentStart = started(parent, Duration.ofMinutes(-4));
		String start = started(id, Duration.ofSeconds(7L * this.processes++));
		this.entities.addProcess(image(process),
				(node) -> node.put("processId", id)
					.put("processCommandLine", process.path("command").asString())
					.put("processCreationTime", start)
					.put("parentProcessId", parent)
					.put("parentProcessCreationTime", parentStart));
	}

	private String started(int process, Duration after) {
		return this.started.computeIfAbsent(this.device + "/" + process,
				(absent) -> Times.format(this.entities.time().plus(after)));
	}

	private void mail(JsonNode part, Person person) {
		this.entities.mailbox(person);
		JsonNode message = part.path("message");
		if (message.isObject()) {
			this.entities.add("MailMessage",
					(node) -> node.put("userPrincipalName", person.address())
						.put("sender", message.path("sender").asString())
						.put("recipient", person.address())
						.put("subject", message.path("subject").asString())
						.put("deliveryAction", "Delivered")
						.put("internetMessageId", "<" + this.draw.hex(24) + "@mail.example>"));
		}
	}

	private void named(JsonNode part, String name, String type, String field) {
		if (part.has(name)) {
			this.entities.add(type, (node) -> node.set(field, part.path(name)));
		}
	}

	private static Consumer<ObjectNode> image(JsonNode file) {
		String name = file.path("name").asString();
		Draw content = new Draw(name.hashCode(), 1);
		String sha1 = content.hex(40);
		String sha256 = content.hex(64);
		return (node) -> node.put("sha1", sha1)
			.put("sha256", sha256)
			.put("fileName", name)
			.put("filePath", file.path("path").asString());
	}

}
