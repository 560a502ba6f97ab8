package io.watchfloor.queue.sweep;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of indicator that a report is read for.
 */
public enum IndicatorKind {

	IP("IP addresses"), DOMAIN("Domains"), URL("URLs"), HASH("Hashes"), MAIL("Mail addresses");

	private final String label;

	IndicatorKind(String label) {
		this.label = label;
	}

	/**
	 * Return the name of several of them.
	 * @return such as {@code IP addresses}
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return the kind's name in a form.
	 * @return such as {@code ip}
	 */
	public String parameter() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Find the kind that a form names.
	 * @param parameter the name
	 * @return the kind, or nothing when there is no such kind
	 */
	public static Optional<IndicatorKind> of(String parameter) {
		return Arrays.stream(values()).filter((kind) -> kind.parameter().equals(parameter)).findFirst();
	}

}
