package io.watchfloor.web.narrative;

import io.watchfloor.queue.related.SharedValue;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.entity.EntitySearch;
import io.watchfloor.web.format.Defang;

/**
 * A value that two incidents share, as a page names it.
 *
 * @param what what it is, such as {@code SHA-256}
 * @param value the value, which leads to all incidents that hold it, unless it is too
 * long for an address
 * @param held how many incidents hold it, such as {@code held by 3 of 3,200 incidents}
 */
public record SharedView(String what, Link value, String held) {

	/**
	 * All incidents that were read, whatever their age: those that were counted.
	 */
	private static final String ANY_AGE = "&range=any";

	/**
	 * Create the view of a shared value.
	 * @param path the address of the queue
	 * @param read what rarity is measured against
	 */
	public static SharedView of(SharedValue shared, String path, ReadIncidents read) {
		EntitySearch search = (shared.kind().isAsset()) ? EntitySearch.asset(shared.text())
				: EntitySearch.words(shared.text());
		return new SharedView(what(shared),
				Link.to(shown(shared), (search != null) ? path + "?" + search.query() + ANY_AGE : null),
				read.held(shared.holders()));
	}

	private static String shown(SharedValue shared) {
		return switch (shared.kind()) {
			case DEVICE, USER, MAILBOX -> Quotes.shownAsset(shared.text());
			case URL, DOMAIN -> Quotes.shown(Defang.url(shared.text()));
			case IP -> Quotes.shown(Defang.ip(shared.text()));
			default -> Quotes.shown(shared.text());
		};
	}

	private static String what(SharedValue shared) {
		return switch (shared.kind()) {
			case HASH -> hash(shared.text().length());
			case URL -> "URL";
			case DOMAIN -> "domain";
			case IP -> "IP address";
			case COMMAND_LINE -> "command line";
			case MESSAGE_ID -> "message id";
			case SENDER -> "sender";
			case ACTOR -> "threat actor";
			case THREAT_FAMILY -> "malware family";
			case SUBJECT -> "mail subject";
			case FILE -> "file name";
			case APPLICATION -> "cloud application";
			case USER -> "user";
			case MAILBOX -> "mailbox";
			case DEVICE -> "device";
			case ALERT_TITLE -> "alert title";
			case TECHNIQUE -> "technique";
		};
	}

	private static String hash(int digits) {
		return switch (digits) {
			case 40 -> "SHA-1";
			case 64 -> "SHA-256";
			default -> "hash";
		};
	}

}
