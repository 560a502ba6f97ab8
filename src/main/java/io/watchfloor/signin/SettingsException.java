package io.watchfloor.signin;

import java.util.List;

/**
 * Watchfloor cannot start with these settings.
 */
public class SettingsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> problems;

	SettingsException(List<String> problems) {
		super(String.join("; ", problems));
		this.problems = problems;
	}

	/**
	 * Everything that is wrong, a sentence or two each, with the place where the right
	 * value is found. No value of a secret is among them.
	 * @return the problems, at least one
	 */
	public List<String> problems() {
		return this.problems;
	}

}
