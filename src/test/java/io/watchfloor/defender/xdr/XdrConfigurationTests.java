package io.watchfloor.defender.xdr;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class XdrConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(XdrConfiguration.class)
		.withInitializer(
				(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()));

	@ParameterizedTest
	@CsvSource({ "defender, true", "'', true", "graph, false", "GRAPH, false" })
	void theDefenderApiIsReadUnlessAnotherSourceIsChosen(String source, boolean read) {
		this.runner.withPropertyValues("watchfloor.source=" + source)
			.run((context) -> assertThat(context.containsBean("defenderApi")).isEqualTo(read));
	}

}
