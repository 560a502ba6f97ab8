package io.watchfloor;

import java.util.List;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Reports a wrong value of one of Spring Boot's many own settings as
 * {@link SettingsFailureAnalyzer} does for those that are checked before the start.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongValueFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	private final SettingNames names;

	WrongValueFailureAnalyzer(Environment environment) {
		this.names = new SettingNames(environment);
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		return SettingsFailureAnalyzer.analysis(List.of(this.names.problem(cause)), cause);
	}

}
