package io.watchfloor.queue.sweep;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.queue.text.Refang;
import org.jspecify.annotations.Nullable;

/**
 * Reads the indicators in a threat report. What a report writes defanged is an indicator;
 * of what it does not, names of files, versions and parts of paths are left out.
 */
final class ReportReader {

	private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

	/**
	 * Characters without width, with which pages break long words.
	 */
	private static final Pattern INVISIBLE = Pattern.compile("[\u00AD\u200B\u2060\uFEFF]");

	/**
	 * A defanged dot or at sign with spaces around.
	 */
	private static final Pattern SPACED = Pattern
		.compile("(?<=\\w)[ \\t]{1,3}([\\[({](?:\\.|@|dot|at)[\\])}])[ \\t]{1,3}(?=\\w)", Pattern.CASE_INSENSITIVE);

	private static final Pattern VERSION = Pattern
		.compile("\\W*(?:v|ver|versions?|builds?|releases?|firmware|patch|updates?)\\W*", Pattern.CASE_INSENSITIVE);

	/**
	 * What stands between the versions of a list.
	 */
	private static final Pattern BETWEEN_VERSIONS = Pattern
		.compile("and|or|to|through|until|before|earlier|prior|[\\W_]+", Pattern.CASE_INSENSITIVE);

	private static final Pattern HOST = Pattern
		.compile("(?:[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?\\.){1,30}[\\p{L}\\p{N}-]{2,63}");

	private static final Pattern LOCAL_PART = Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}");

	private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

	private static final Pattern EVERY_MACHINE = Pattern
		.compile("(?:0|127)\\..*|255\\.255\\.255\\.255|0:0:0:0:0:0:0:[01]");

	private static final int ADDRESS = 32;

	private static final int ADDRESS_6 = 128;

	private final Map<String, Indicator> indicators = new LinkedHashMap<>();

	private final Set<LeftOut> leftOut = new LinkedHashSet<>();

	private boolean defanged;

	private boolean afterVersion;

	private boolean readVersion;

	private ReportReader() {
	}

	static Report read(String text) {
		ReportReader reader = new ReportReader();
		String joined = SPACED.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll("$1");
		WHITE_SPACE.splitAsStream(joined).forEach(reader::word);
		return new Report(List.copyOf(reader.indicators.values()), List.copyOf(reader.leftOut));
	}

	private void word(String word) {
		String plain = Refang.of(word);
		this.defanged = !plain.equals(word);
		this.readVersion = false;
		IndicatorScanner.scan(plain, this::found);
		this.afterVersion = VERSION.matcher(word).matches()
				|| (this.afterVersion && (this.readVersion || BETWEEN_VERSIONS.matcher(word).matches()));
	}

	private void found(IndicatorKind kind, String text, char before) {
		boolean inPath = (before == '/' || before == '\\') && !this.defanged;
		switch (kind) {
			case IP -> address(text, before);
			case DOMAIN -> domain(text, inPath);
			case URL -> url(text, inPath);
			case MAIL -> mail(text);
			case HASH -> add(kind, text);
		}
	}

	private void address(String text, char before) {
		int slash = text.indexOf('/');
		String address = (slash >= 0) ? text.substring(0, slash) : text;
		boolean version6 = address.indexOf(':') >= 0;
		int prefix = (slash >= 0) ? Integer.parseInt(text.substring(slash + 1)) : ADDRESS;
		if (!this.defanged && !version6 && (this.afterVersion || before == '/')) {
			this.readVersion = true;
			leaveOut(text, LeftOut.Reason.VERSION);
		}
		else if (EVERY_MACHINE.matcher(String.valueOf(CanonicalForm.of(IndicatorKind.IP, address))).matches()) {
			leaveOut(text, LeftOut.Reason.EVERY_MACHINE);
		}
		else if (slash >= 0 && prefix != (version6 ? ADDRESS_6 : ADDRESS)) {
			leaveOut(text, LeftOut.Reason.NETWORK);
		}
		else {
			add(IndicatorKind.IP, address);
		}
	}

	private void domain(String text, boolean inPath) {
		String host = host(text);
		if (host != null && (inPath || mayBeFile(host))) {
			leaveOut(text, LeftOut.Reason.FILE);
		}
		else if (host != null) {
			add(IndicatorKind.DOMAIN, text);
		}
	}

	/**
	 * Read a URL. One without its scheme may as well be a part of a path.
	 */
	private void url(String text, boolean inPath) {
		String host = UrlParts.of(text).host();
		boolean known = host.indexOf(':') >= 0 || NUMBERS.matcher(host).matches() || host(host) != null;
		if (known && (text.contains("://") || (!inPath && !mayBeFile(host)))) {
			add(IndicatorKind.URL, text);
		}
	}

	private boolean mayBeFile(String host) {
		return !this.defanged && TopLevelDomains.mayBeFile(host);
	}

	private void mail(String text) {
		int sign = text.lastIndexOf('@');
		if (host(text.substring(sign + 1)) != null && LOCAL_PART.matcher(text.substring(0, sign)).matches()) {
			add(IndicatorKind.MAIL, text);
		}
	}

	/**
	 * Return the host that a text names in a top-level domain that exists.
	 * @return the host, as {@link CanonicalForm} writes it, or {@code null} if it is none
	 */
	private static @Nullable String host(String text) {
		String host = HOST.matcher(text).matches() ? CanonicalForm.host(text) : "";
		return TopLevelDomains.have(host) ? host : null;
	}

	private void add(IndicatorKind kind, String text) {
		String key = CanonicalForm.of(kind, text);
		Indicator indicator = new Indicator(kind, text, Objects.requireNonNullElse(key, text), this.defanged);
		this.indicators.merge(indicator.key(), indicator,
				(known, again) -> again.defanged() ? known.withDefanged() : known);
	}

	private void leaveOut(String text, LeftOut.Reason reason) {
		this.leftOut.add(new LeftOut(text, reason));
	}

}
