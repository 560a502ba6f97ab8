package io.watchfloor.sandbox.graph;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.sandbox.defender.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evidence of kinds that the Defender API does not have, beside what it has: resources of
 * a cloud, kinds that hold other evidence, and one that nobody listed.
 */
final class FurtherEvidence {

	private static final String NAMESPACE = "#microsoft.graph.security.";

	private FurtherEvidence() {
	}

	/**
	 * Add evidence to what an alert names.
	 * @param evidence what was told so far
	 * @param alert the alert by the Defender API
	 */
	static void add(ArrayNode evidence, JsonNode alert) {
		switch (alert.path("serviceSource").asString("")) {
			case "MicrosoftDefenderForCloud" -> {
				evidence.add(azureResource(alert));
				evidence.add(pod(alert));
			}
			case "MicrosoftSentinel" -> {
				ObjectNode session = session(evidence, alert);
				ObjectNode malware = malware(evidence, alert);
				evidence.add(session).add(malware);
			}
			case "MicrosoftAppGovernance" -> evidence.add(unlisted(alert));
			default -> {
				// the Defender API tells of everything
			}
		}
	}

	private static ObjectNode begin(String type, JsonNode alert) {
		ObjectNode told = Json.object()
			.put("@odata.type", NAMESPACE + type)
			.put("verdict", "suspicious")
			.put("remediationStatus", "none")
			.putNull("remediationStatusDetails");
		told.set("createdDateTime", alert.path("creationTime"));
		List.of("roles", "detailedRoles", "tags").forEach(told::putArray);
		return told;
	}

	private static ObjectNode azureResource(JsonNode alert) {
		return begin("azureResourceEvidence", alert)
			.put("resourceId",
					"/subscriptions/7d5a1c3e-0000-4000-8000-000000000001/resourceGroups/prod/providers/"
							+ "Microsoft.ContainerService/managedClusters/orders")
			.put("resourceName", "orders")
			.put("resourceType", "Kubernetes cluster");
	}

	private static ObjectNode pod(JsonNode alert) {
		ObjectNode pod = begin("kubernetesPodEvidence", alert).put("name", "orders-worker-0");
		pod.set("namespace", begin("kubernetesNamespaceEvidence", alert).put("name", "orders"));
		pod.putObject("labels").put("app", "orders-worker");
		pod.putArray("containers")
			.add(begin("containerEvidence", alert).put("name", "worker").put("isPrivileged", true));
		pod.putArray("initContainers");
		pod.putArray("ephemeralContainers");
		return pod.putNull("controller").putNull("podIp").putNull("serviceAccount");
	}

	/**
	 * A session of a user on a host, both of which the alert names besides.
	 */
	private static ObjectNode session(ArrayNode evidence, JsonNode alert) {
		ObjectNode session = begin("hostLogonSessionEvidence", alert).put("sessionId", "0x3e7");
		session.set("startUtcDateTime", alert.path("firstActivity"));
		session.set("endUtcDateTime", alert.path("lastActivity"));
		first(evidence, "userEvidence").forEach((user) -> session.set("account", user));
		first(evidence, "deviceEvidence").forEach((device) -> session.set("host", device));
		return session;
	}

	/**
	 * A family of malware with its files and processes, which the alert names besides.
	 */
	private static ObjectNode malware(ArrayNode evidence, JsonNode alert) {
		ObjectNode malware = begin("malwareEvidence", alert).put("name", "Trojan:Win32/Sandbox")
			.put("category", "Trojan");
		ArrayNode files = malware.putArray("files");
		first(evidence, "fileEvidence").forEach(files::add);
		ArrayNode processes = malware.putArray("processes");
		first(evidence, "processEvidence").forEach(processes::add);
		return malware;
	}

	private static Stream<JsonNode> first(ArrayNode evidence, String type) {
		return evidence.valueStream()
			.filter((one) -> one.path("@odata.type").asString("").equals(NAMESPACE + type))
			.limit(1)
			.map(JsonNode::deepCopy);
	}

	private static ObjectNode unlisted(JsonNode alert) {
		ObjectNode told = begin("modelRegistryEvidence", alert).put("displayName", "Model registry of the tenant");
		told.putObject("owner").put("name", "Data platform").putArray("models").add(1).addNull().addObject();
		return told;
	}

}
