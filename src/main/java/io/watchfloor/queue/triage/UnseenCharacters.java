package io.watchfloor.queue.triage;

/**
 * Finds characters in a name that change how it looks without being seen.
 */
final class UnseenCharacters {

	private UnseenCharacters() {
	}

	/**
	 * Return whether a name has any: control characters, what ends a line, and what turns
	 * the direction of the text. Joiners are none of them, because names in Persian and
	 * emoji need them.
	 */
	static boolean areIn(String name) {
		return name.codePoints().anyMatch(UnseenCharacters::isUnseen);
	}

	private static boolean isUnseen(int character) {
		return isControl(character) || (character >= 0x2028 && character <= 0x202E)
				|| (character >= 0x2066 && character <= 0x2069) || character == 0xFEFF;
	}

	/**
	 * Return whether a character is a control character or half of one.
	 */
	static boolean isControl(int character) {
		return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
	}

}
