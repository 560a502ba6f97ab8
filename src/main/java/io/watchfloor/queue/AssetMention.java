package io.watchfloor.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What one alert says of a device, a user or a mailbox.
 *
 * @param kind what it is
 * @param id its id; {@code null} where the alert has none
 * @param keys what else identifies it, best first
 * @param names what it may be called, best first, at the end its ids
 * @param time when the alert was raised, or else began
 */
record AssetMention(Kind kind, @Nullable String id, List<Name> keys, List<Name> names, Instant time) {

	static AssetMention of(Device device, Instant time) {
		return new AssetMention(Kind.DEVICE, unlessBlank(device.id()), names(device.name()),
				names(device.name(), device.id()), time);
	}

	static AssetMention ofUser(Evidence user, Instant time) {
		String account = account(user);
		return new AssetMention(Kind.USER, unlessBlank(user.entraUserId()),
				names(user.userPrincipalName(), user.userSid(), account),
				names(user.userPrincipalName(), account, user.accountName(), user.userSid(), user.entraUserId()), time);
	}

	static AssetMention ofMailbox(Evidence mailbox, Instant time) {
		String owner = isMailbox(mailbox) ? mailbox.userPrincipalName() : null;
		return new AssetMention(Kind.MAILBOX, null,
				names(mailbox.mailboxAddress(), owner, mailbox.mailboxDisplayName()),
				names(mailbox.mailboxAddress(), owner, mailbox.mailboxDisplayName()), time);
	}

	static boolean isUser(Evidence evidence) {
		return "User".equalsIgnoreCase(evidence.type());
	}

	static boolean isMailbox(Evidence evidence) {
		return "MailBox".equalsIgnoreCase(evidence.type());
	}

	/**
	 * Return an account with its domain, if it has one.
	 */
	static @Nullable String account(Evidence evidence) {
		String account = unlessBlank(evidence.accountName());
		String domain = unlessBlank(evidence.domainName());
		return (account == null || domain == null) ? account : domain + "\\" + account;
	}

	/**
	 * Return when an alert was raised, or the next best time that is known.
	 */
	static Instant time(Alert alert) {
		return Stream.of(alert.created(), alert.firstActivity(), alert.lastActivity())
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(Instant.EPOCH);
	}

	private static @Nullable String unlessBlank(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

	private static List<Name> names(@Nullable String... texts) {
		List<Name> names = new ArrayList<>();
		for (int rank = 0; rank < texts.length; rank++) {
			String text = unlessBlank(texts[rank]);
			if (text != null) {
				names.add(new Name(rank, text));
			}
		}
		return names;
	}

	/**
	 * The kinds of assets, of which two may have the same name.
	 */
	enum Kind {

		DEVICE, USER, MAILBOX

	}

	/**
	 * A name, or what else identifies an asset.
	 *
	 * @param rank which sort of name it is; 0 is the best
	 * @param text the name
	 */
	record Name(int rank, String text) {
	}

}
