package io.watchfloor.queue.sweep;

/**
 * An indicator in a report.
 *
 * @param kind what it is
 * @param value the indicator as the report has it first, no longer defanged
 * @param key what equal indicators have in common, however they are written
 * @param defanged whether the report writes it defanged anywhere
 */
public record Indicator(IndicatorKind kind, String value, String key, boolean defanged) {

	// The lengths of hashes in hexadecimal digits

	private static final int MD5 = 32;

	private static final int SHA_1 = 40;

	private static final int SHA_256 = 64;

	/**
	 * Return what it is in words.
	 * @return such as {@code IPv6 address} or {@code SHA-1}
	 */
	public String label() {
		return switch (this.kind) {
			case IP -> (this.key.indexOf(':') < 0) ? "IPv4 address" : "IPv6 address";
			case DOMAIN -> "Domain";
			case URL -> "URL";
			case MAIL -> "Mail address";
			case HASH -> switch (this.key.length()) {
				case MD5 -> "MD5";
				case SHA_1 -> "SHA-1";
				default -> "SHA-256";
			};
		};
	}

	/**
	 * Return whether it is an MD5, which Defender's incidents do not list.
	 */
	public boolean isMd5() {
		return this.kind == IndicatorKind.HASH && this.key.length() == MD5;
	}

	Indicator withDefanged() {
		return new Indicator(this.kind, this.value, this.key, true);
	}

	/**
	 * Return whether a hash may have a length.
	 */
	static boolean isHashLength(int length) {
		return length == MD5 || length == SHA_1 || length == SHA_256;
	}

}
