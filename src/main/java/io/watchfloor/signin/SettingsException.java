package io.watchfloor.signin;

import java.util.List;

/**
 * Thrown when Watchfloor cannot start with its settings.
 */
public class SettingsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> problems;

	/**
	 * Create an exception.
	 * @param problems everything that is wrong, without secrets, at least one
	 */
	public SettingsException(List<String> problems) {
		super(String.join("; ", problems));
		this.problems = problems;
	}

	/**
	 * Return everything that is wrong, in a sentence or two each, with the place where
	 * the right value is found. None contains a secret.
	 * @return the problems, at least one
	 */
	public List<String> problems() {
		return this.problems;
	}

}
