package io.watchfloor.web.format;

/**
 * Keeps spreadsheets from taking texts for formulas. Attackers choose the names of files,
 * devices and mails, and through them what an analyst's spreadsheet would compute.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV Injection</a>
 */
public final class SpreadsheetText {

	/**
	 * The characters that begin a formula, in both widths, and tabs and line breaks, with
	 * which some programs begin another cell.
	 */
	private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

	private SpreadsheetText() {
	}

	/**
	 * Return a text that is safe in a cell.
	 * @param text the text
	 * @return the text, after an apostrophe if it could begin a formula, even after
	 * spaces
	 */
	public static String of(String text) {
		int start = 0;
		while (start < text.length() && isBlank(text.charAt(start)) && STARTS.indexOf(text.charAt(start)) < 0) {
			start++;
		}
		boolean formula = start < text.length() && STARTS.indexOf(text.charAt(start)) >= 0;
		return formula ? "'" + text : text;
	}

	private static boolean isBlank(char character) {
		return character <= ' ' || Character.isSpaceChar(character) || Character.getType(character) == Character.FORMAT;
	}

}
