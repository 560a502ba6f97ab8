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

	/**
	 * Start Watchfloor.
	 * @param args settings by Spring Boot's rules for the command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(WatchfloorApplication.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
