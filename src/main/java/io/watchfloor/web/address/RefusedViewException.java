package io.watchfloor.web.address;

/**
 * Thrown when a view cannot be saved. Its message is a sentence for the analyst.
 */
public final class RefusedViewException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RefusedViewException(String sentence) {
		super(sentence);
	}

	/**
	 * Return why, in a sentence.
	 */
	public String sentence() {
		return String.valueOf(getMessage());
	}

}
