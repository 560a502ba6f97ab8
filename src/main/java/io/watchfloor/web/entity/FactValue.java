package io.watchfloor.web.entity;

import java.time.Instant;

import io.watchfloor.web.format.Defang;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * One value of a {@link Fact}, as the page shows it.
 *
 * @param text the text to show
 * @param copy what a copy button copies: the value as it came, or {@code null} without a
 * button. Values with a button are set in code type
 * @param datetime the value of the {@code datetime} attribute if it is a time
 * @param anchor the HTML id of the place on the page that it links to
 * @param preview the beginning of a text that is long enough to be folded, or
 * {@code null}
 */
public record FactValue(String text, @Nullable String copy, @Nullable String datetime, @Nullable String anchor,
		@Nullable String preview) {

	/**
	 * The longest text that is shown without folding, in characters.
	 */
	static final int LONGEST = 400;

	private static final int PREVIEW = 160;

	/**
	 * Create a value that nobody copies.
	 */
	public static FactValue words(String words) {
		return new FactValue(words, null, null, null, preview(words));
	}

	/**
	 * Create a value that people copy, such as a hash or a command line.
	 */
	public static FactValue code(String raw) {
		return code(ForeignText.lineOr(raw, ""), raw);
	}

	/**
	 * Create a value that is shown in one way and copied in another.
	 */
	public static FactValue code(String shown, String raw) {
		return new FactValue(shown, raw, null, null, preview(shown));
	}

	/**
	 * Create the value of a URL or a domain, shown defanged but copied as it came.
	 */
	static FactValue url(String raw) {
		return code(ForeignText.lineOr(Defang.url(raw), ""), raw);
	}

	/**
	 * Create the value of an IP address, shown defanged but copied as it came.
	 */
	static FactValue ip(String raw) {
		return code(ForeignText.lineOr(Defang.ip(raw), ""), raw);
	}

	/**
	 * Create the value of a text with a mail address in it, shown defanged but copied as
	 * it came.
	 */
	static FactValue mail(String raw) {
		return code(ForeignText.lineOr(Defang.mail(raw), ""), raw);
	}

	/**
	 * Create the value of a text that may hold several URLs, domains, IP or mail
	 * addresses, or none, shown defanged but copied as it came.
	 */
	static FactValue addresses(String raw) {
		return code(ForeignText.lineOr(Defang.addresses(raw), ""), raw);
	}

	static FactValue time(Instant time) {
		return new FactValue(Times.utc(time), null, Times.iso(time), null, null);
	}

	/**
	 * Create a link to the place of something else.
	 */
	public static FactValue link(String words, String anchor) {
		return new FactValue(words, null, null, anchor, null);
	}

	/**
	 * Return how the template shows it.
	 * @return {@code time}, {@code link}, {@code folded}, {@code words}, {@code code} for
	 * a value that is copied as it is shown, or {@code altered} for one that is not
	 */
	public String form() {
		if (this.datetime != null) {
			return "time";
		}
		if (this.anchor != null) {
			return "link";
		}
		if (this.preview != null) {
			return "folded";
		}
		if (this.copy == null) {
			return "words";
		}
		return (this.copy.equals(this.text)) ? "code" : "altered";
	}

	private static @Nullable String preview(String text) {
		if (text.length() <= LONGEST) {
			return null;
		}
		boolean splits = Character.isHighSurrogate(text.charAt(PREVIEW - 1));
		return text.substring(0, (splits) ? PREVIEW - 1 : PREVIEW) + "…";
	}

}
