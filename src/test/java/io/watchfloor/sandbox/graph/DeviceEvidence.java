package io.watchfloor.sandbox.graph;

import io.watchfloor.sandbox.defender.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The devices of an alert as evidence.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/resources/security-deviceevidence">deviceEvidence
 * resource type</a>
 */
final class DeviceEvidence {

	private final Evidence evidence;

	private boolean first = true;

	DeviceEvidence(JsonNode alert, boolean unknownMembers) {
		this.evidence = new Evidence(alert, unknownMembers);
	}

	JsonNode tell(JsonNode device) {
		if (!device.isObject()) {
			return device;
		}
		Translation told = this.evidence.begin("deviceEvidence", device, this.first ? "attacked" : "contextual")
			.as("mdeDeviceId", "mdatpDeviceId")
			.as("azureAdDeviceId", "aadDeviceId")
			.as("firstSeenDateTime", "firstSeen")
			.same("deviceDnsName", "osPlatform", "osBuild", "version", "rbacGroupId", "rbacGroupName", "loggedOnUsers",
					"tags")
			.word("healthStatus", "healthStatus", Words.DEVICE_HEALTH)
			.word("riskScore", "riskScore", Words.DEVICE_RISK)
			.word("defenderAvStatus", "defenderAvStatus", Words.ANTIVIRUS)
			.word("onboardingStatus", "onboardingStatus", Words.ONBOARDING)
			.none("hostName", "ntDomain", "dnsDomain", "lastIpAddress", "lastExternalIpAddress");
		addNames(told.to(), device.path("deviceDnsName").asString(""));
		told.to().putArray("ipInterfaces");
		told.to().putArray("resourceAccessEvents");
		told.to().set("vmMetadata", machine(device.path("vmMetadata"), told.unknownMembers()));
		if (this.first) {
			told.to().withArrayProperty("detailedRoles").add("PrimaryDevice");
			this.first = false;
		}
		return told.to();
	}

	private static void addNames(ObjectNode told, String name) {
		int dot = name.indexOf('.');
		if (dot > 0) {
			told.put("hostName", name.substring(0, dot)).put("dnsDomain", name.substring(dot + 1));
		}
	}

	private static JsonNode machine(JsonNode machine, boolean unknownMembers) {
		if (!machine.isObject()) {
			return NullNode.getInstance();
		}
		ObjectNode told = Json.object();
		new Translation(machine, told, unknownMembers).same("vmId", "resourceId", "subscriptionId")
			.word("cloudProvider", "cloudProvider", Words.CLOUD);
		return told;
	}

}
