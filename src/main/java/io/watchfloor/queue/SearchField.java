package io.watchfloor.queue;

import org.jspecify.annotations.Nullable;

/**
 * A field of an incident that a search looks through, in the order in which matches are
 * shown. Long texts are last: of an enormous incident, those are left out.
 */
public enum SearchField {

	ID("Incident", null), NAME("Name", null), TAG("Tag", SearchScope.TAG), DEVICE("Device", SearchScope.DEVICE),
	USER("User", SearchScope.USER), MAILBOX("Mailbox", SearchScope.MAIL), OWNER("Owner", null),
	CATEGORY("Category", null), THREAT("Threat family", null), ACTOR("Actor", null),
	TECHNIQUE("Technique", SearchScope.TECHNIQUE), ALERT("Alert", SearchScope.ALERT), IP("IP address", SearchScope.IP),
	URL("URL", SearchScope.URL), FILE("File", SearchScope.FILE), HASH("Hash", SearchScope.HASH),
	SENDER("Sender", SearchScope.MAIL), RECIPIENT("Recipient", SearchScope.MAIL), SUBJECT("Subject", SearchScope.MAIL),
	SECURITY_GROUP("Security group", null), APPLICATION("Application", null), EVIDENCE("Evidence", null),
	DEVICE_TAG("Device tag", SearchScope.TAG), DEVICE_GROUP("Device group", SearchScope.DEVICE),
	LOGGED_ON("Logged on", SearchScope.USER), DEVICE_ID("Device id", SearchScope.DEVICE),
	USER_ID("User id", SearchScope.USER), MESSAGE_ID("Message id", SearchScope.MAIL),
	ALERT_ID("Alert id", SearchScope.ALERT), DETECTOR_ID("Detector id", SearchScope.ALERT),
	INVESTIGATION_ID("Investigation id", SearchScope.ALERT), MAIL_CLUSTER("Mail cluster", SearchScope.MAIL),
	REGISTRY("Registry", null), COMMENT_AUTHOR("Comment by", null), CHANGED_BY("Last changed by", null),
	COMMENT("Comment", null), COMMAND_LINE("Command line", null), SUMMARY("Summary", null),
	DESCRIPTION("Description", SearchScope.ALERT);

	/**
	 * Characters that no text of a search contains: capital letters, and bytes that UTF-8
	 * does not use.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc3629">UTF-8, a transformation
	 * format of ISO 10646</a>
	 */
	private static final String MARKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			+ "\u00C0\u00C1\u00F5\u00F6\u00F7\u00F8\u00F9\u00FA\u00FB\u00FC\u00FD\u00FE\u00FF";

	private static final SearchField[] ALL = values();

	private final String label;

	private final @Nullable SearchScope scope;

	SearchField(String label, @Nullable SearchScope scope) {
		this.label = label;
		this.scope = scope;
	}

	/**
	 * Return its name for people.
	 * @return such as {@code Command line}
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return the scope that it belongs to.
	 * @return the scope; {@code null} if no prefix narrows a term to this field
	 */
	@Nullable SearchScope scope() {
		return this.scope;
	}

	/**
	 * Return the character that a line of this field begins with in a {@link SearchText}.
	 */
	char mark() {
		return MARKS.charAt(ordinal());
	}

	/**
	 * Return the field whose lines begin with a character.
	 */
	static SearchField of(char mark) {
		return ALL[MARKS.indexOf(mark)];
	}

}
