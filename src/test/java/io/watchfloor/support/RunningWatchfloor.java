package io.watchfloor.support;

import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.WatchfloorApplication;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Watchfloor started with settings of a test's own, on any free port.
 */
public final class RunningWatchfloor implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private RunningWatchfloor(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Start it.
	 * @param settings values by the names they have in the environment
	 * @param more further settings, as on the command line
	 */
	public static RunningWatchfloor with(Map<String, String> settings, String... more) {
		return at(Clock.systemUTC(), settings, more);
	}

	/**
	 * Start it by a clock that a test holds.
	 * @param clock the clock
	 * @param settings values by the names they have in the environment
	 * @param more further settings, as on the command line
	 */
	public static RunningWatchfloor at(Clock clock, Map<String, String> settings, String... more) {
		Map<String, Object> defaults = new HashMap<>(settings);
		defaults.put("server.port", "0");
		SpringApplication application = WatchfloorApplication.create();
		application.setDefaultProperties(defaults);
		application.addInitializers((ConfigurableApplicationContext context) -> ((GenericApplicationContext) context)
			.registerBean("clockOfTheTest", Clock.class, () -> clock, (definition) -> definition.setPrimary(true)));
		return new RunningWatchfloor(application.run(more));
	}

	public String origin() {
		return "http://localhost:" + this.context.getEnvironment().getProperty("local.server.port");
	}

	/**
	 * Where the port for monitoring is, in an instance that has one.
	 */
	public String managementOrigin() {
		return "http://localhost:" + this.context.getEnvironment().getProperty("local.management.port");
	}

	/**
	 * A setting that is in force.
	 */
	public @Nullable String setting(String name) {
		return this.context.getEnvironment().getProperty(name);
	}

	/**
	 * The only bean of a type.
	 */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * What a gauge shows.
	 */
	public double gauge(String name) {
		return bean(MeterRegistry.class).get(name).gauge().value();
	}

	/**
	 * The beans of classes of Watchfloor's own.
	 */
	public List<Object> ownBeans() {
		return this.context.getBeansOfType(Object.class)
			.values()
			.stream()
			.filter((bean) -> bean.getClass().getName().startsWith("io.watchfloor."))
			.toList();
	}

	/**
	 * Everything that the sessions hold.
	 */
	public List<Object> sessionAttributes() {
		TomcatWebServer server = (TomcatWebServer) Objects
			.requireNonNull(((WebServerApplicationContext) this.context).getWebServer());
		return Stream.of(server.getTomcat().getHost().findChildren())
			.flatMap((child) -> Stream.of(((Context) child).getManager().findSessions()))
			.map(Session::getSession)
			.flatMap((session) -> Collections.list(session.getAttributeNames()).stream().map(session::getAttribute))
			.toList();
	}

	public Visitor visitor() {
		return new Visitor(origin());
	}

	@Override
	public void close() {
		this.context.close();
	}

}
