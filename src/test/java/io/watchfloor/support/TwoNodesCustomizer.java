package io.watchfloor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Makes the application of a test the first of two nodes.
 */
record TwoNodesCustomizer() implements ContextCustomizer {

	/**
	 * What tests set, by annotations and by methods.
	 */
	private static final List<String> OF_THE_TEST = List.of("Inlined Test Properties", "Dynamic Test Properties");

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		Nodes nodes = start();
		((GenericApplicationContext) context).registerBean(Nodes.class, () -> nodes);
		TestPropertyValues.of(nodes.settings()).applyTo(context);
		context.addApplicationListener(new SecondNode(nodes));
	}

	private static Nodes start() {
		try {
			return Nodes.start(0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts the second node with the settings of the first.
	 *
	 * @param nodes both
	 */
	record SecondNode(Nodes nodes) implements ApplicationListener<ApplicationReadyEvent> {

		@Override
		public void onApplicationEvent(ApplicationReadyEvent event) {
			ConfigurableEnvironment first = event.getApplicationContext().getEnvironment();
			this.nodes.add(first.getRequiredProperty("local.server.port", Integer.class));
			// In a thread of its own: Spring Boot counts the applications of this one
			CompletableFuture
				.runAsync(() -> this.nodes.add(Map.of(), settings(first)), (task) -> new Thread(task).start())
				.join();
		}

		private static String[] settings(ConfigurableEnvironment environment) {
			List<String> settings = new ArrayList<>();
			for (String name : OF_THE_TEST) {
				EnumerablePropertySource<?> source = (EnumerablePropertySource<?>) Objects
					.requireNonNull(environment.getPropertySources().get(name));
				Stream.of(source.getPropertyNames())
					.filter((setting) -> !setting.equals("server.port"))
					.forEach((setting) -> settings.add("--" + setting + "=" + environment.getProperty(setting)));
			}
			return settings.toArray(String[]::new);
		}

	}

	/**
	 * What {@link OnTwoNodes} names.
	 */
	static final class Factory implements ContextCustomizerFactory {

		@Override
		public ContextCustomizer createContextCustomizer(Class<?> testClass,
				List<ContextConfigurationAttributes> configuration) {
			return new TwoNodesCustomizer();
		}

	}

}
