package io.watchfloor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

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

}
