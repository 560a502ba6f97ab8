package io.watchfloor.web.narrative;

import java.util.regex.Pattern;

import io.watchfloor.web.format.Defang;
import io.watchfloor.web.format.ForeignText;

/**
 * Prepares texts from outside to stand in a sentence, as quotes.
 */
final class Quotes {

	/**
	 * The most characters of a quote: enough to recognise a command line, too few to
	 * drown the sentence.
	 */
	static final int LONGEST = 120;

	/**
	 * The defanged dot of a file name. No top-level domain has such a name, so that a
	 * name like {@code powershell.exe} becomes no link and need not look like one that
	 * might.
	 * @see <a href="https://data.iana.org/TLD/tlds-alpha-by-domain.txt">Top-level
	 * domains</a>
	 */
	private static final Pattern DOT_OF_A_FILE = Pattern.compile(
			"\\[\\.](?=(?:exe|dll|ps1|bat|cmd|vbs|js|hta|lnk|docx?|docm|xlsx?|xlsm|pdf|msi|tmp|iso)(?![\\w.\\[]))",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern QUOTATION_MARKS = Pattern.compile("[\"“”„‟«»❝❞〝〞＂]");

	private Quotes() {
	}

	/**
	 * Return a text as sentences show it: in a line, defanged and cut.
	 */
	static String shown(String text) {
		String defanged = Defang.addresses(line(text));
		return ForeignText.shortened(DOT_OF_A_FILE.matcher(defanged).replaceAll("."), LONGEST);
	}

	/**
	 * Return the name of an asset as sentences show it. Names of own people and devices
	 * stay as people search for them.
	 */
	static String shownAsset(String name) {
		return ForeignText.shortened(Defang.address(line(name)), LONGEST);
	}

	/**
	 * Return a text in which nothing can end a quote.
	 */
	static String withoutQuotationMarks(String text) {
		return QUOTATION_MARKS.matcher(text).replaceAll("'");
	}

	/**
	 * Return the beginning of a text in a line. More than some thousand characters are
	 * not looked at: they would be cut anyway.
	 */
	private static String line(String text) {
		return ForeignText.lineOr(ForeignText.shortened(text, 10 * LONGEST), "");
	}

}
