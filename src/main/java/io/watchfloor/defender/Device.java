package io.watchfloor.defender;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A device that an alert is about, as Defender for Endpoint knows it.
 *
 * @param id the id by which evidence refers to it
 * @param entraId its id in Entra ID
 * @param name its DNS name
 * @param osPlatform such as {@code Windows11}
 * @param osVersion such as {@code 23H2}
 * @param osProcessor such as {@code x64}
 * @param osBuild the build number
 * @param healthStatus such as {@code Active} or {@code Inactive}
 * @param riskScore {@code None}, {@code Informational}, {@code Low}, {@code Medium},
 * {@code High} or another
 * @param group the device group, by which Defender decides who may see it
 * @param groupId the device group's number
 * @param firstSeen when Defender for Endpoint first saw the device
 * @param tags labels of the device
 * @param antivirusStatus the state of Defender Antivirus
 * @param onboardingStatus such as {@code Onboarded}
 * @param vmMetadata the virtual machine behind it
 * @param loggedOnUsers who was signed in on it
 */
public record Device(@JsonProperty("mdatpDeviceId") @Nullable String id,
		@JsonProperty("aadDeviceId") @Nullable String entraId, @JsonProperty("deviceDnsName") @Nullable String name,
		@Nullable String osPlatform, @JsonProperty("version") @Nullable String osVersion, @Nullable String osProcessor,
		@Nullable String osBuild, @Nullable String healthStatus, @Nullable String riskScore,
		@JsonProperty("rbacGroupName") @Nullable String group, @JsonProperty("rbacGroupId") @Nullable String groupId,
		@Nullable Instant firstSeen, List<String> tags,
		@JsonProperty("defenderAvStatus") @Nullable String antivirusStatus, @Nullable String onboardingStatus,
		@Nullable VmMetadata vmMetadata, List<LoggedOnUser> loggedOnUsers) {

	public Device {
		tags = LenientLists.withoutNulls(tags);
		loggedOnUsers = LenientLists.withoutNulls(loggedOnUsers);
	}

	/**
	 * A user who was signed in on a device.
	 *
	 * @param accountName the account
	 * @param domainName its domain
	 */
	public record LoggedOnUser(@Nullable String accountName, @Nullable String domainName) {
	}

	/**
	 * The virtual machine behind a device.
	 *
	 * @param vmId the machine's id
	 * @param cloudProvider such as {@code Azure}
	 * @param resourceId the id of the resource in the cloud
	 * @param subscriptionId the id of its subscription
	 */
	public record VmMetadata(@Nullable String vmId, @Nullable String cloudProvider, @Nullable String resourceId,
			@Nullable String subscriptionId) {
	}

}
