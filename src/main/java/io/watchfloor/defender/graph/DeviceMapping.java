package io.watchfloor.defender.graph;

import io.watchfloor.defender.Device;
import io.watchfloor.defender.Device.LoggedOnUser;
import io.watchfloor.defender.Device.VmMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Device} of Microsoft Graph's evidence.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/resources/security-deviceevidence">deviceEvidence
 * resource type</a>
 */
final class DeviceMapping {

	private DeviceMapping() {
	}

	/**
	 * Make a device. Graph tells nothing of its processor.
	 */
	static Device device(Fields device) {
		return new Device(device.text("mdeDeviceId"), device.text("azureAdDeviceId"),
				device.text("deviceDnsName", "hostName"), device.text("osPlatform"), device.text("version"), null,
				device.text("osBuild"), device.word("healthStatus"), device.word("riskScore"),
				device.text("rbacGroupName"), device.text("rbacGroupId"), device.time("firstSeenDateTime"),
				device.texts("tags"), device.word("defenderAvStatus"), device.word("onboardingStatus"),
				vmMetadata(device.in("vmMetadata")),
				device.each("loggedOnUsers")
					.stream()
					.map((user) -> new LoggedOnUser(user.text("accountName"), user.text("domainName")))
					.toList());
	}

	private static @Nullable VmMetadata vmMetadata(Fields machine) {
		return machine.object().isObject() ? new VmMetadata(machine.text("vmId"), machine.word("cloudProvider"),
				machine.text("resourceId"), machine.text("subscriptionId")) : null;
	}

}
