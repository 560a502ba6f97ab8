package io.watchfloor.web.address;

/**
 * Thrown when a parameter of an address has a value that it cannot take.
 */
public final class BadParameterException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String parameter;

	private final String takes;

	/**
	 * Create an exception without the value, which may be anything.
	 * @param parameter the parameter's name
	 * @param takes which values it takes, to follow the words "It takes"
	 */
	public BadParameterException(String parameter, String takes) {
		super(parameter);
		this.parameter = parameter;
		this.takes = takes;
	}

	/**
	 * Return the name of the parameter.
	 */
	public String parameter() {
		return this.parameter;
	}

	/**
	 * Return which values it takes, to follow the words "It takes".
	 */
	public String takes() {
		return this.takes;
	}

}
