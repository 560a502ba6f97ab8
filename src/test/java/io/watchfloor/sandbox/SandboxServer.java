package io.watchfloor.sandbox;

import java.net.InetAddress;
import java.time.Clock;

import io.watchfloor.sandbox.defender.ConnectionBreaker;
import io.watchfloor.sandbox.defender.DefenderOptions;
import io.watchfloor.sandbox.defender.DefenderSandbox;
import io.watchfloor.sandbox.entra.EntraServer;
import io.watchfloor.sandbox.graph.GraphSandbox;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * The sandbox's own web server. It carries no stereotype on purpose, so that the
 * application's component scan does not find it.
 */
@EnableWebMvc
@EnableWebSecurity
@Import({ EntraServer.class, DefenderSandbox.class, GraphSandbox.class })
class SandboxServer {

	@Bean
	TomcatServletWebServerFactory webServer(SandboxOptions options) {
		TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(options.port());
		factory.setAddress(InetAddress.getLoopbackAddress());
		ConnectionBreaker.addTo(factory);
		Session session = new Session();
		session.getCookie().setName("sandbox");
		session.getCookie().setHttpOnly(true);
		factory.getSettings().setSession(session);
		return factory;
	}

	@Bean
	DefenderOptions defenderOptions(SandboxOptions options) {
		DefenderOptions defender = options.lively() ? DefenderOptions.lively(options.incidents())
				: DefenderOptions.still(options.incidents(), Clock.systemUTC());
		return defender.withHostile(options.hostile());
	}

	@Bean
	DispatcherServlet dispatcherServlet() {
		return new DispatcherServlet();
	}

}
