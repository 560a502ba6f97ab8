package io.watchfloor;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * Watchfloor: a dashboard for Microsoft Defender XDR incidents that a security team runs
 * itself.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class WatchfloorApplication {

	private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

	/**
	 * Start Watchfloor.
	 * @param args settings by Spring Boot's rules for the command line
	 */
	public static void main(String[] args) {
		keepIdleConnectionsBriefly();
		SpringApplication.run(WatchfloorApplication.class, args);
	}

	/**
	 * For 30 s, as Java does by itself since 20. Until then it keeps for twenty minutes
	 * as many connections as calls were ever under way at once, longer than the other
	 * side mostly does.
	 */
	private static void keepIdleConnectionsBriefly() {
		if (System.getProperty(KEEP_ALIVE) == null) {
			System.setProperty(KEEP_ALIVE, "30");
		}
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
