package io.watchfloor.web.entity;

import java.nio.charset.StandardCharsets;

import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * The view of the queue that shows which other incidents share an entity.
 *
 * @param asset the queue's parameter {@code asset}, or {@code null}
 * @param words the queue's parameter {@code q}, or {@code null}
 */
public record EntitySearch(@Nullable String asset, @Nullable String words) {

	/**
	 * An address must pass every proxy on its way: longer values get no link.
	 */
	private static final int LONGEST = 500;

	public static @Nullable EntitySearch of(Device device) {
		return asset(device.name());
	}

	public static @Nullable EntitySearch of(Evidence evidence) {
		return switch (EntityKind.of(evidence.type())) {
			case USER -> asset(Facts.first(evidence.userPrincipalName(), evidence.accountName()));
			case MAILBOX -> asset(Facts.first(evidence.mailboxAddress(), evidence.mailboxDisplayName()));
			case FILE -> words(Facts.first(evidence.sha1(), evidence.sha256(), evidence.fileName()));
			case PROCESS -> words(evidence.fileName());
			case IP -> words(evidence.ipAddress());
			case URL -> words(evidence.url());
			default -> null;
		};
	}

	/**
	 * The query of the view's address.
	 */
	public String query() {
		return (this.asset != null) ? "asset=" + encoded(this.asset) : "q=" + encoded(String.valueOf(this.words));
	}

	private static String encoded(String value) {
		return UriUtils.encode(value, StandardCharsets.UTF_8);
	}

	/**
	 * The view with one asset.
	 */
	public static @Nullable EntitySearch asset(@Nullable String asset) {
		return (isUsable(asset)) ? new EntitySearch(asset, null) : null;
	}

	/**
	 * The view with one piece of evidence.
	 */
	public static @Nullable EntitySearch words(@Nullable String words) {
		return (isUsable(words)) ? new EntitySearch(null, words) : null;
	}

	private static boolean isUsable(@Nullable String value) {
		return value != null && !value.isBlank() && value.length() <= LONGEST;
	}

}
