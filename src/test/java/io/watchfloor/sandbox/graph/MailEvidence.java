package io.watchfloor.sandbox.graph;

import java.util.List;

import io.watchfloor.sandbox.defender.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages, and clusters of them, as evidence.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/resources/security-analyzedmessageevidence">analyzedMessageEvidence
 * resource type</a>
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/resources/security-mailclusterevidence">mailClusterEvidence
 * resource type</a>
 */
final class MailEvidence {

	private MailEvidence() {
	}

	static ObjectNode message(Translation begun) {
		ObjectNode told = begun.as("recipientEmailAddress", "recipient")
			.same("subject", "internetMessageId")
			.none("antiSpamDirection", "attachmentsCount", "deliveryAction", "deliveryLocation", "language",
					"networkMessageId", "p1Sender", "p2Sender", "receivedDateTime", "senderIp", "urlCount", "urn")
			.empty(List.of("threatDetectionMethods", "threats", "urls"))
			.to();
		JsonNode action = begun.from().path("deliveryAction");
		if (!action.asString("").isEmpty()) {
			told.put("deliveryAction", Words.lowerCamel(action.asString()));
		}
		JsonNode sender = begun.from().path("sender");
		if (sender.isString()) {
			told.set("p1Sender", sender(sender));
			told.set("p2Sender", sender(sender));
		}
		return told;
	}

	static ObjectNode cluster(Translation begun) {
		return begun.same("clusterBy", "clusterByValue", "emailCount")
			.none("query", "urn")
			.empty(List.of("networkMessageIds"))
			.to();
	}

	private static ObjectNode sender(JsonNode sender) {
		String address = sender.asString();
		return Json.object()
			.put("emailAddress", address)
			.putNull("displayName")
			.put("domainName", address.contains("@") ? address.substring(address.indexOf('@') + 1) : null);
	}

}
