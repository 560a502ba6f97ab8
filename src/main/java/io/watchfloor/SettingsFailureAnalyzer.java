package io.watchfloor;

import java.util.List;
import java.util.stream.Collectors;

import io.watchfloor.signin.SettingsException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Reports which settings are missing or wrong and where the right values are found,
 * instead of a stack trace.
 */
class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<SettingsException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SettingsException cause) {
		return analysis(cause.problems(), cause);
	}

	static FailureAnalysis analysis(List<String> all, Throwable cause) {
		String problems = all.stream()
			.map((problem) -> "  - " + problem)
			.collect(Collectors.joining("\n", "Watchfloor cannot start with these settings:\n\n", ""));
		return new FailureAnalysis(problems, """
				Set them in the environment and start again. The README lists all settings and walks through the app \
				registration. To try Watchfloor without a tenant, start it with its sandbox instead:

				    ./mvnw spring-boot:test-run
				""", cause);
	}

}
