package io.watchfloor.sandbox.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.sandbox.defender.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The processes and files of an alert as evidence. A process and its file are one piece
 * of evidence where the Defender API sends two entities.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/resources/security-processevidence">processEvidence
 * resource type</a>
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/resources/security-fileevidence">fileEvidence
 * resource type</a>
 */
final class ProcessEvidence {

	private static final List<String> FILE = List.of("fileName", "filePath", "sha1", "sha256");

	/**
	 * The files of processes that were told and not yet met as entities of their own.
	 */
	private final List<List<JsonNode>> images = new ArrayList<>();

	/**
	 * Whether a file is that of a process that was told before.
	 */
	boolean isImage(JsonNode file) {
		return this.images.remove(file(file));
	}

	ObjectNode process(Translation begun) {
		JsonNode process = begun.from();
		ObjectNode told = begun.same("processId", "parentProcessId", "processCommandLine")
			.as("processCreationDateTime", "processCreationTime")
			.as("parentProcessCreationDateTime", "parentProcessCreationTime")
			.as("mdeDeviceId", "deviceId")
			.none("imageFile", "parentProcessImageFile", "userAccount")
			.to();
		told.put("detectionStatus", "detected");
		if (file(process).stream().anyMatch((value) -> !value.isNull())) {
			this.images.add(file(process));
			told.set("imageFile", details(process));
		}
		if (process.path("parentProcessId").isNumber()) {
			told.putObject("parentProcessImageFile")
				.put("fileName", "explorer.exe")
				.put("filePath", "C:\\Windows")
				.putNull("sha1")
				.putNull("sha256");
		}
		if (Stream.of("userPrincipalName", "accountName", "userSid")
			.anyMatch((name) -> process.path(name).isString())) {
			told.set("userAccount", EntityEvidence.account(process));
		}
		return told;
	}

	static ObjectNode file(Translation begun) {
		ObjectNode told = begun.as("mdeDeviceId", "deviceId").to();
		told.put("detectionStatus", "detected").set("fileDetails", details(begun.from()));
		return told;
	}

	private static ObjectNode details(JsonNode entity) {
		ObjectNode details = Json.object();
		new Translation(entity, details, true).same(FILE.toArray(String[]::new))
			.none("md5", "fileSize", "filePublisher", "signer", "issuer");
		return details;
	}

	private static List<JsonNode> file(JsonNode entity) {
		return FILE.stream()
			.map((name) -> entity.has(name) ? entity.path(name) : (JsonNode) NullNode.getInstance())
			.toList();
	}

}
