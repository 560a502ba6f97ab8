package io.watchfloor.defender.graph;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The kind of a piece of evidence, such as {@code analyzedMessage}.
 */
final class EvidenceKind {

	static final String DEVICE = "device";

	static final String PROCESS = "process";

	private static final String TYPE = "@odata.type";

	private static final String SUFFIX = "evidence";

	/**
	 * The Defender API's words that differ in more than the capital.
	 */
	private static final Map<String, String> DEFENDER = Map.of("mailbox", "MailBox", "analyzedMessage", "MailMessage",
			"registryKey", "Registry", "registryValue", "Registry", "oauthApplication", "CloudApplication");

	/**
	 * What evidence within other evidence is where nothing else tells.
	 */
	private static final Map<String, String> BY_FIELD = Map.of("account", "user", "host", DEVICE, "files", "file",
			"processes", PROCESS, "sourceAddress", "ip", "destinationAddress", "ip", "ipAddress", "ip");

	private EvidenceKind() {
	}

	/**
	 * Return the kind that evidence says it is, or that its fields tell.
	 * @return the kind, or {@code null} if it cannot be told
	 */
	static @Nullable String of(Fields evidence) {
		String type = evidence.text(TYPE);
		if (type == null) {
			return guess(evidence);
		}
		String name = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('#')) + 1);
		return (name.length() > SUFFIX.length() && isEvidence(type))
				? name.substring(0, name.length() - SUFFIX.length()) : name;
	}

	/**
	 * Return the kind of an object within other evidence.
	 * @param field the name of the field that it stands in
	 * @return the kind, or {@code null} if it is no evidence itself
	 */
	static @Nullable String within(String field, Fields object) {
		String type = object.text(TYPE);
		if (type != null) {
			return isEvidence(type) ? of(object) : null;
		}
		return BY_FIELD.get(field);
	}

	private static boolean isEvidence(String type) {
		return type.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
	}

	/**
	 * Guess a kind: lists of a single kind may come without types.
	 */
	private static @Nullable String guess(Fields evidence) {
		if (evidence.has("deviceDnsName", "azureAdDeviceId", "osPlatform", "loggedOnUsers")) {
			return DEVICE;
		}
		if (evidence.has("imageFile", "processId", "processCommandLine")) {
			return PROCESS;
		}
		if (evidence.has("fileDetails")) {
			return "file";
		}
		if (evidence.has("networkMessageIds", "clusterBy")) {
			return "mailCluster";
		}
		if (evidence.has("networkMessageId", "recipientEmailAddress", "p1Sender", "p2Sender")) {
			return "analyzedMessage";
		}
		if (evidence.has("primaryAddress")) {
			return "mailbox";
		}
		return guessByName(evidence);
	}

	private static @Nullable String guessByName(Fields evidence) {
		if (evidence.has("registryKey", "registryHive")) {
			return evidence.has("registryValue", "registryValueName") ? "registryValue" : "registryKey";
		}
		if (evidence.has("securityGroupId")) {
			return "securityGroup";
		}
		if (evidence.has("appId")) {
			return evidence.has("publisher", "objectId") ? "oauthApplication" : "cloudApplication";
		}
		if (evidence.text("ipAddress") != null) {
			return "ip";
		}
		if (evidence.text("url") != null) {
			return "url";
		}
		return evidence.has("userAccount") ? "user" : null;
	}

	/**
	 * Return the Defender API's word for a kind, or for one that it does not have a word
	 * of its form.
	 */
	static @Nullable String word(@Nullable String kind) {
		return (kind != null) ? DEFENDER.getOrDefault(kind, GraphWords.capitalized(kind)) : null;
	}

}
