package io.watchfloor.signin.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.watchfloor.signin.api.IncidentApi;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a table of advice and finds the row for a failure.
 */
final class AdviceTable {

	/**
	 * What to tell people about a failed sign-in.
	 */
	static final String SIGN_IN = "sign-in-advice.yaml";

	/**
	 * What to tell people whom the permission to write was refused.
	 */
	static final String WRITING = "write-permission-advice.yaml";

	private final String resource;

	private final Map<String, Row> rows = new HashMap<>();

	/**
	 * Read the rows for one API.
	 * @param resource the file of the table
	 * @throws IllegalStateException if two rows are for the same code
	 */
	AdviceTable(String resource, IncidentApi api) {
		this.resource = resource;
		for (Row row : read(resource)) {
			if (row.api() == null || row.api() == api) {
				row.codes().forEach((code) -> put(code, row));
			}
		}
	}

	private void put(String code, Row row) {
		if (this.rows.put(code, row) != null) {
			throw new IllegalStateException("Two rows of " + this.resource + " are for " + code);
		}
	}

	/**
	 * Find the row for a failure. AADSTS numbers only select the words: Microsoft changes
	 * them, so an unknown one falls back to the OAuth error.
	 * @param failure the details of the failure
	 * @return its row, else the one for unknown failures, else {@code null}
	 */
	@Nullable Row find(SignInFailure failure) {
		Row row = (failure.code() != null) ? this.rows.get(failure.code()) : null;
		if (row == null) {
			row = this.rows.get(failure.error());
		}
		return (row != null) ? row : this.rows.get(SignInFailure.UNKNOWN);
	}

	private static Row[] read(String resource) {
		try (InputStream file = AdviceTable.class.getResourceAsStream(resource)) {
			Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file));
			return JsonMapper.shared().convertValue(yaml, Row[].class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Advice that contains the names of settings in braces.
	 *
	 * @param api the only API that it is for, or {@code null} for any
	 */
	record Row(@JsonProperty("for") List<String> codes, @Nullable IncidentApi api, String title, String happened,
			String meaning, SignInAdvice.Who who, boolean retry, @Nullable Link link, List<String> steps) {
	}

	/**
	 * A page on which an administrator resolves the failure.
	 */
	enum Link {

		/**
		 * The page on which consent is granted for the whole tenant.
		 */
		CONSENT

	}

}
