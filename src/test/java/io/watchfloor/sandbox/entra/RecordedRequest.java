package io.watchfloor.sandbox.entra;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived.
 *
 * @param parameters all parameters; secrets, assertions, codes, verifiers and tokens have
 * {@code ***} for a value
 */
public record RecordedRequest(Map<String, List<String>> parameters) {

	/**
	 * The first value of a parameter.
	 * @param name the parameter
	 * @return its value, or {@code null} if it was not sent
	 */
	public @Nullable String parameter(String name) {
		List<String> values = this.parameters.get(name);
		return (values != null) ? values.get(0) : null;
	}

}
