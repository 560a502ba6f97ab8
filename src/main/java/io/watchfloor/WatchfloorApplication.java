package io.watchfloor;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * Starts Watchfloor, a dashboard for Microsoft Defender XDR incidents that a security
 * team runs itself.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class WatchfloorApplication {

	private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

	/**
	 * Start Watchfloor.
	 * @param args settings in the form of Spring Boot's command line properties
	 */
	public static void main(String[] args) {
		closeIdleConnectionsEarly();
		SpringApplication application = create();
		if (System.getProperty(TrainingRun.PROPERTY) != null) {
			application.addListeners(new TrainingRun());
		}
		application.run(args);
	}

	/**
	 * Create the application, which checks its settings before it starts anything.
	 * @return the application, ready to run
	 */
	public static SpringApplication create() {
		SpringApplication application = new SpringApplication(WatchfloorApplication.class);
		application.addListeners(new SettingsCheck());
		return application;
	}

	/**
	 * Close idle connections after 30 s, the default since Java 20 (JDK-8297030). Earlier
	 * versions keep as many connections as calls were ever under way at once for twenty
	 * minutes, which is longer than most servers do.
	 */
	private static void closeIdleConnectionsEarly() {
		if (System.getProperty(KEEP_ALIVE) == null) {
			System.setProperty(KEEP_ALIVE, "30");
		}
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
