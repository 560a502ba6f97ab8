package io.watchfloor.queue.sweep;

import java.util.Set;

import io.watchfloor.queue.SearchText;

/**
 * The parts of a URL that a sweep compares. The scheme is none of them: reports and
 * incidents write {@code http} for {@code https}, or leave it out.
 *
 * @param host the host, as {@link CanonicalForm} writes it
 * @param port the port with its colon, empty for the usual one
 * @param path the path in lower case, from its slash
 * @param query the query with its question mark, empty for none
 */
record UrlParts(String host, String port, String path, String query) {

	private static final Set<String> USUAL_PORTS = Set.of("", ":", ":80", ":443");

	/**
	 * Take a URL apart, which may lack its scheme.
	 */
	static UrlParts of(String url) {
		int scheme = url.indexOf("://");
		String rest = (scheme >= 0) ? url.substring(scheme + 3) : url;
		rest = rest.substring(0, end(rest, "#"));
		int authorityEnd = end(rest, "/?\\");
		String authority = rest.substring(rest.lastIndexOf('@', authorityEnd - 1) + 1, authorityEnd);
		int hostEnd = authority.startsWith("[") ? authority.indexOf(']') + 1 : end(authority, ":");
		String port = authority.substring(hostEnd);
		int pathEnd = end(rest, "?");
		String path = SearchText.lower(rest.substring(authorityEnd, pathEnd));
		return new UrlParts(host(authority.substring(0, hostEnd)), USUAL_PORTS.contains(port) ? "" : port,
				path.isEmpty() ? "/" : path, SearchText.lower(rest.substring(pathEnd)));
	}

	private static int end(String text, String marks) {
		for (int i = 0; i < text.length(); i++) {
			if (marks.indexOf(text.charAt(i)) >= 0) {
				return i;
			}
		}
		return text.length();
	}

	private static String host(String host) {
		if (!host.startsWith("[")) {
			return CanonicalForm.host(host);
		}
		String address = CanonicalForm.of(IndicatorKind.IP, host.substring(1, host.length() - 1));
		return (address != null) ? address : host;
	}

	/**
	 * Return what equal URLs share.
	 */
	String key() {
		return withoutQuery() + this.query;
	}

	/**
	 * Return what URLs share that differ in their queries only.
	 */
	String withoutQuery() {
		return this.host + this.port + this.path;
	}

}
