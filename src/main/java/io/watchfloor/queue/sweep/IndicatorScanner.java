package io.watchfloor.queue.sweep;

/**
 * Finds in a text what has the form of an indicator. Reports and the texts of incidents
 * are scanned alike, so that what is read in the one is found in the other. A pattern
 * would take ten times as long over the texts of 20,000 incidents.
 */
final class IndicatorScanner {

	/**
	 * The most characters of an IPv6 address, with an IPv4 address at its end.
	 */
	private static final int LONGEST_ADDRESS = 45;

	private final ScannedText text;

	private final Visitor visitor;

	private int at;

	private IndicatorScanner(String text, Visitor visitor) {
		this.text = new ScannedText(text);
		this.visitor = visitor;
	}

	/**
	 * Scan a text, which is not defanged.
	 * @param text the text
	 * @param visitor receives what is found, in the order of the text
	 */
	static void scan(String text, Visitor visitor) {
		new IndicatorScanner(text, visitor).scan();
	}

	private void scan() {
		while (this.at < this.text.length()) {
			int start = this.at;
			boolean marked = false;
			while (this.at < this.text.length() && this.text.isPart(this.at)) {
				char character = this.text.charAt(this.at++);
				marked |= character == '.' || character == ':' || character == '@';
			}
			if (this.at == start) {
				this.at++;
			}
			else if (marked || Indicator.isHashLength(this.at - start)) {
				read(start, this.at);
			}
		}
	}

	private void read(int start, int end) {
		int sign = this.text.last('@', start, end);
		if (this.text.startsWith("://", end - 1)) {
			url(this.text.schemeStart(end - 1), end + 2);
		}
		else if (sign >= 0) {
			mail(start, sign, end);
		}
		else if (!isAddress6(start, end)) {
			int from = start;
			for (int to = start; to <= end; to++) {
				if (to == end || this.text.charAt(to) == ':') {
					word(from, to);
					from = to + 1;
				}
			}
		}
	}

	/**
	 * Read a URL, and the one in the query of a redirector.
	 */
	private void url(int start, int authority) {
		int end = this.text.urlEnd(authority);
		if (end > authority) {
			found(IndicatorKind.URL, start, this.text.part(start, end));
		}
		int colon = this.text.first(':', authority, end - 3);
		while (colon >= 0 && !this.text.startsWith("://", colon)) {
			colon = this.text.first(':', colon + 1, end - 3);
		}
		if (colon >= 0) {
			int inner = Math.max(this.text.schemeStart(colon), authority);
			found(IndicatorKind.URL, inner, this.text.part(inner, end));
		}
		this.at = end;
	}

	private void mail(int start, int sign, int end) {
		int before = Math.max(this.text.last(':', start, sign), this.text.last('@', start, sign));
		int colon = this.text.first(':', sign, end);
		int from = this.text.firstOf(Math.max(before + 1, start), sign);
		int to = this.text.lastOf(sign + 1, (colon >= 0) ? colon : end);
		if (from < sign && to > sign + 1) {
			found(IndicatorKind.MAIL, from, this.text.part(from, to));
		}
		else {
			word(sign + 1, to);
		}
	}

	/**
	 * Read an IPv6 address, if it is one.
	 */
	private boolean isAddress6(int start, int end) {
		int zone = this.text.first('%', start, end);
		int to = (zone >= 0) ? zone : end;
		while (to > start && (this.text.charAt(to - 1) == '.'
				|| (this.text.charAt(to - 1) == ':' && !this.text.startsWith("::", to - 2)))) {
			to--;
		}
		int colon = this.text.first(':', start, to);
		if (colon < 0 || this.text.first(':', colon + 1, to) < 0 || to - start > LONGEST_ADDRESS
				|| !this.text.consistsOfHex(start, to, ":.")) {
			return false;
		}
		String address = this.text.part(start, to);
		boolean read = CanonicalForm.of(IndicatorKind.IP, address) != null;
		if (read) {
			found(IndicatorKind.IP, start, address + this.text.prefixLength(to));
		}
		return read;
	}

	/**
	 * Read a part between colons: a hash, an IPv4 address, a domain, or a URL without its
	 * scheme.
	 */
	private void word(int start, int end) {
		int from = this.text.firstOf(start, end);
		int to = this.text.lastOf(from, end);
		if (Indicator.isHashLength(to - from) && this.text.consistsOfHex(from, to, "")) {
			found(IndicatorKind.HASH, from, this.text.part(from, to));
		}
		else if (this.text.first('.', from, to) >= 0) {
			boolean address = this.text.isAddress4(from, to);
			String prefix = address ? this.text.prefixLength(to) : "";
			int path = (to == end && prefix.isEmpty()) ? path(to) : -1;
			if (path >= 0) {
				url(from, path);
			}
			else {
				found(address ? IndicatorKind.IP : IndicatorKind.DOMAIN, from, this.text.part(from, to) + prefix);
			}
		}
	}

	/**
	 * Return where the path begins that stands behind a host, or behind its port.
	 * @return the index of its slash; -1 if there is none
	 */
	private int path(int hostEnd) {
		int slash = hostEnd;
		if (slash < this.text.length() && this.text.charAt(slash) == ':') {
			do {
				slash++;
			}
			while (slash < this.text.length() && Character.isDigit(this.text.charAt(slash)));
		}
		return (slash + 1 < this.text.length() && this.text.charAt(slash) == '/' && this.text.isPart(slash + 1)) ? slash
				: -1;
	}

	private void found(IndicatorKind kind, int start, String indicator) {
		this.visitor.found(kind, indicator, this.text.charAt(start - 1));
	}

	/**
	 * Receives what is found.
	 */
	interface Visitor {

		/**
		 * Receive something that has the form of an indicator.
		 * @param kind its form
		 * @param text how it is written; an IP address with the length of its network's
		 * prefix if it has one
		 * @param before the character before it
		 */
		void found(IndicatorKind kind, String text, char before);

	}

}
