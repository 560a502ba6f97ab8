package io.watchfloor.web.entity;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of entities, in the order in which a page shows them: first what was
 * attacked, then what it was attacked with.
 */
public enum EntityKind {

	DEVICE("Device", "Devices", "device", true), USER("User", "Users", "user", true),
	MAILBOX("Mailbox", "Mailboxes", "mailbox", true),
	CLOUD_APPLICATION("Cloud application", "Cloud applications", "application", true),
	SECURITY_GROUP("Security group", "Security groups", "users", true),
	PROCESS("Process", "Processes", "process", false), FILE("File", "Files", "file", false),
	IP("IP address", "IP addresses", "globe", false), URL("URL", "URLs", "link", false),
	MAIL_MESSAGE("Mail message", "Mail messages", "mailbox", false),
	MAIL_CLUSTER("Mail cluster", "Mail clusters", "mailbox", false),
	REGISTRY("Registry value", "Registry values", "registry", false),
	OTHER("Other entity", "Other entities", "question", false);

	private final String label;

	private final String plural;

	private final String icon;

	private final boolean asset;

	EntityKind(String label, String plural, String icon, boolean asset) {
		this.label = label;
		this.plural = plural;
		this.icon = icon;
		this.asset = asset;
	}

	/**
	 * Return its name in the singular.
	 */
	public String label() {
		return this.label;
	}

	String plural() {
		return this.plural;
	}

	/**
	 * Return the name of its picture in {@code icons/shapes.svg}.
	 */
	public String icon() {
		return this.icon;
	}

	/**
	 * Return whether it is something that is attacked, rather than evidence of the
	 * attack.
	 */
	public boolean isAsset() {
		return this.asset;
	}

	/**
	 * Return a number with its name, such as {@code 3 Devices}.
	 */
	public String count(long count) {
		return count + " " + ((count == 1) ? this.label : this.plural);
	}

	/**
	 * Return the kind of a piece of evidence.
	 * @param type the API's word, whose case varies
	 * @return the kind, {@link #OTHER} for a new word
	 */
	public static EntityKind of(@Nullable String type) {
		if (type == null) {
			return OTHER;
		}
		String name = type.strip().toUpperCase(Locale.ROOT);
		return Arrays.stream(values())
			.filter((kind) -> kind.name().replace("_", "").equals(name))
			.findFirst()
			.orElse(OTHER);
	}

}
