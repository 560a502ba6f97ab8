package io.watchfloor.defender;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing that writes is there unless it is switched on.
 */
class WritingSwitchTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(WayOut.class)
		.withInitializer(
				(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()));

	@ParameterizedTest
	@CsvSource({ "defender, , 0", "defender, '', 0", "defender, false, 0", "defender, true, 1", "defender, TRUE, 1",
			"graph, , 0", "graph, '', 0", "graph, false, 0", "graph, true, 1" })
	void theBeansThatWriteAreThereOnlyWhenTriageIsOn(String source, String triage, int beans) {
		String[] settings = (triage != null)
				? new String[] { "watchfloor.source=" + source, "watchfloor.triage=" + triage }
				: new String[] { "watchfloor.source=" + source };
		this.runner.withPropertyValues(settings).run((context) -> {
			assertThat(context.getBeanNamesForType(IncidentSource.class)).hasSize(1);
			assertThat(context.getBeanNamesForType(IncidentWriter.class)).hasSize(beans);
			assertThat(context.getBeanNamesForType(WriteCalls.class)).hasSize(beans);
			assertThat(context.getBeanNamesForType(WriteBudget.class)).hasSize(beans);
		});
	}

	@Configuration(proxyBeanMethods = false)
	@ComponentScan("io.watchfloor.defender")
	static class WayOut {

	}

}
