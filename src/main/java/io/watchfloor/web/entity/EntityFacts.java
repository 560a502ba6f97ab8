package io.watchfloor.web.entity;

import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import io.watchfloor.defender.SourceDetail;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.format.Terms;

/**
 * Collects everything that the API says about an entity as facts. Every field that has a
 * value is shown, whatever the kind of the entity.
 */
final class EntityFacts {

	private EntityFacts() {
	}

	static Facts of(Device device, SourceDetails source) {
		Facts facts = new Facts().term("Risk score", device.riskScore())
			.term("Health", device.healthStatus())
			.text("Operating system", device.osPlatform())
			.text("Version", device.osVersion())
			.text("Build", device.osBuild())
			.text("Processor",
					source.gives(SourceDetail.DEVICE_PROCESSOR) ? device.osProcessor() : SourceDetails.NOT_GIVEN)
			.text("Device group", device.group())
			.text("Device group id", device.groupId())
			.term("Onboarding", device.onboardingStatus())
			.term("Defender Antivirus", device.antivirusStatus())
			.time("First seen", device.firstSeen());
		device.loggedOnUsers()
			.forEach((user) -> facts.code("Logged on", (user.domainName() == null) ? user.accountName()
					: user.domainName() + "\\" + Facts.first(user.accountName(), "?")));
		device.tags().forEach((tag) -> facts.text("Tags", tag));
		facts.code("Defender id", device.id()).code("Entra device id", device.entraId());
		Device.VmMetadata machine = device.vmMetadata();
		return (machine != null) ? facts.text("Cloud", machine.cloudProvider())
			.code("Virtual machine", machine.vmId())
			.code("Resource", machine.resourceId())
			.code("Subscription", machine.subscriptionId()) : facts;
	}

	/**
	 * Collect the facts of a piece of evidence, besides those that change from alert to
	 * alert: for these see {@link Sightings}.
	 */
	static Facts of(Evidence evidence) {
		Facts facts = new Facts();
		String type = Facts.first(evidence.type());
		if (type != null && EntityKind.of(type) == EntityKind.OTHER && Facts.first(evidence.name()) != null) {
			facts.text("Kind", Terms.kind(type));
		}
		facts.shown("Name", evidence.name(), FactValue::addresses);
		addProcess(facts, evidence);
		addFile(facts, evidence);
		facts.shown("IP address", evidence.ipAddress(), FactValue::ip).shown("URL", evidence.url(), FactValue::url);
		addAccount(facts, evidence);
		addMail(facts, evidence);
		return facts.code("Security group", evidence.securityGroupName())
			.code("Security group id", evidence.securityGroupId())
			.code("Registry key", EvidenceNames.key(evidence))
			.text("Registry value type", evidence.registryValueType())
			.code("Registry value", evidence.registryValue())
			.code("Application", evidence.applicationName());
	}

	private static void addProcess(Facts facts, Evidence evidence) {
		facts.code("Command line", evidence.processCommandLine())
			.number("Process id", evidence.processId())
			.time("Started", evidence.processCreated())
			.number("Parent process id", evidence.parentProcessId())
			.time("Parent started", evidence.parentProcessCreated());
	}

	private static void addFile(Facts facts, Evidence evidence) {
		facts.code((evidence.filePath() != null) ? "Path" : "File name", EvidenceNames.path(evidence))
			.code("SHA-1", evidence.sha1())
			.code("SHA-256", evidence.sha256());
	}

	private static void addAccount(Facts facts, Evidence evidence) {
		facts.code("User principal name", evidence.userPrincipalName())
			.code("Account", EvidenceNames.account(evidence))
			.code("SID", evidence.userSid())
			.code("Entra user id", evidence.entraUserId());
	}

	private static void addMail(Facts facts, Evidence evidence) {
		facts.code("Mailbox name", evidence.mailboxDisplayName())
			.code("Mailbox address", evidence.mailboxAddress())
			.code("Subject", evidence.subject())
			.shown("Sender", evidence.sender(), FactValue::mail)
			.code("Recipient", evidence.recipient())
			.term("Delivery", evidence.deliveryAction())
			.shown("Message id", evidence.internetMessageId(), FactValue::mail)
			.text("Clustered by", evidence.clusterBy())
			.shown("Clustered by value", evidence.clusterByValue(), FactValue::addresses)
			.number("Messages", evidence.emailCount());
	}

}
