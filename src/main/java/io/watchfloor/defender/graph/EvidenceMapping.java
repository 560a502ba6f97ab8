package io.watchfloor.defender.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.watchfloor.defender.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link Evidence} of Microsoft Graph's. Its fields are the same for each kind, as
 * in the Defender API: which of them are there depends on the kind.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/resources/security-alertevidence">alertEvidence
 * resource type</a>
 */
final class EvidenceMapping {

	/**
	 * The kinds that other fields than a name tell of.
	 */
	private static final Set<String> WITHOUT_NAME = Set.of("user", "ip", "url", "file", EvidenceKind.PROCESS, "mailbox",
			"analyzedMessage", "mailCluster", "registryKey", "registryValue", "securityGroup", "cloudApplication",
			"oauthApplication");

	/**
	 * The fields that may name what has no field of its own, the best first.
	 */
	private static final String[] NAMES = { "displayName", "name", "resourceName", "servicePrincipalName", "deviceName",
			"agentName", "login", "domainName", "value", "registry", "imageId", "containerId", "fullResourceName",
			"amazonResourceId", "resourceId", "macAddress", "mailboxPrimaryAddress", "subject", "url", "sessionId",
			"requestId", "submissionId", "id" };

	private static final int SHA1_LENGTH = 40;

	private static final int SHA256_LENGTH = 64;

	private EvidenceMapping() {
	}

	/**
	 * Make evidence. Graph's process has its file with it, which the Defender API sends
	 * apart.
	 * @param evidence the fields
	 * @param kind the kind, or {@code null} if it cannot be told
	 * @return a process and its file, or one of another kind
	 */
	static List<Evidence> evidence(Fields evidence, @Nullable String kind) {
		if (!EvidenceKind.PROCESS.equals(kind)) {
			return List.of(one(evidence, kind, evidence.in("fileDetails")));
		}
		Fields image = evidence.in("imageFile");
		List<Evidence> both = new ArrayList<>();
		both.add(one(evidence, kind, image));
		if (image.has("fileName", "sha1", "sha256")) {
			both.add(image(evidence, image));
		}
		return both;
	}

	private static Evidence one(Fields evidence, @Nullable String kind, Fields file) {
		Fields account = evidence.in("userAccount");
		boolean mailbox = "mailbox".equals(kind);
		boolean application = "cloudApplication".equals(kind) || "oauthApplication".equals(kind);
		boolean group = "securityGroup".equals(kind);
		return new Evidence(EvidenceKind.word(kind), evidence.time("createdDateTime"), verdict(evidence),
				evidence.word("remediationStatus"), sha(file, evidence, "sha1", SHA1_LENGTH),
				sha(file, evidence, "sha256", SHA256_LENGTH), file.text("fileName"), file.text("filePath"),
				evidence.number("processId"), evidence.text("processCommandLine"),
				evidence.time("processCreationDateTime"), evidence.number("parentProcessId"),
				evidence.time("parentProcessCreationDateTime"), evidence.text("ipAddress", "senderIp"),
				evidence.text("url"), account.text("accountName"), account.text("domainName"), account.text("userSid"),
				account.text("azureAdUserId"), userPrincipalName(evidence, account),
				mailbox ? evidence.text("displayName") : null, evidence.text("primaryAddress", "mailboxPrimaryAddress"),
				evidence.text("clusterBy"), evidence.text("clusterByValue"), evidence.number("emailCount"),
				sender(evidence), evidence.text("recipientEmailAddress", "recipient"), evidence.text("subject"),
				evidence.word("deliveryAction"), evidence.text("internetMessageId"), evidence.text("securityGroupId"),
				group ? evidence.text("displayName") : null, evidence.text("registryHive"),
				evidence.text("registryKey"), evidence.text("registryValueType"), evidence.text("registryValue"),
				application ? evidence.text("displayName") : null, evidence.text("mdeDeviceId"), name(evidence, kind),
				roles(evidence));
	}

	/**
	 * Make the file of a process.
	 */
	private static Evidence image(Fields process, Fields image) {
		return new Evidence(EvidenceKind.word("file"), process.time("createdDateTime"), verdict(process),
				process.word("remediationStatus"), image.text("sha1"), image.text("sha256"), image.text("fileName"),
				image.text("filePath"), null, null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
				process.text("mdeDeviceId"), null, roles(process));
	}

	private static @Nullable String sha(Fields file, Fields evidence, String name, int length) {
		String of = file.text(name);
		String value = evidence.has("algorithm") ? evidence.text("value") : null;
		return (of == null && value != null && value.length() == length) ? value : of;
	}

	private static @Nullable String userPrincipalName(Fields evidence, Fields account) {
		String ofAccount = account.text("userPrincipalName");
		return (ofAccount != null) ? ofAccount : evidence.text("upn");
	}

	/**
	 * Return the sender that people see, else the one of the envelope.
	 */
	private static @Nullable String sender(Fields evidence) {
		String seen = evidence.in("p2Sender").text("emailAddress");
		String envelope = (seen != null) ? seen : evidence.in("p1Sender").text("emailAddress");
		return (envelope != null) ? envelope : evidence.text("sender", "senderFromAddress");
	}

	private static @Nullable String name(Fields evidence, @Nullable String kind) {
		return (kind != null && WITHOUT_NAME.contains(kind)) ? null : evidence.text(NAMES);
	}

	/**
	 * Return the verdict. Where there is none, Graph says that it is unknown.
	 */
	private static @Nullable String verdict(Fields evidence) {
		String verdict = evidence.word("verdict");
		return "Unknown".equals(verdict) ? null : verdict;
	}

	private static List<String> roles(Fields evidence) {
		return evidence.texts("roles")
			.stream()
			.filter((role) -> !role.toLowerCase(Locale.ROOT).equals("unknown"))
			.map(GraphWords::capitalized)
			.toList();
	}

}
