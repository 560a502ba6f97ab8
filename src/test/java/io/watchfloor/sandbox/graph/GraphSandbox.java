package io.watchfloor.sandbox.graph;

import io.watchfloor.sandbox.AccessTokens;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.defender.DefenderOptions;
import io.watchfloor.sandbox.defender.IncidentStore;
import io.watchfloor.sandbox.defender.IncidentWrites;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Plugs the pretend Microsoft Graph into a web server: a servlet that answers everything
 * under {@code /v1.0}. Register or import this class beside
 * {@link io.watchfloor.sandbox.defender.DefenderSandbox}, whose incidents it serves. It
 * bears no stereotype, so that no component scan finds it.
 */
public class GraphSandbox {

	/**
	 * What tests control besides {@link DefenderControls}.
	 */
	@Bean
	public GraphControls graphControls(DefenderOptions options, DefenderControls controls) {
		return new GraphControls(options.clock(), controls);
	}

	@Bean
	ServletRegistrationBean<GraphServlet> graphServlet(AccessTokens tokens, IncidentStore store, IncidentWrites writes,
			DefenderControls controls, GraphControls graph) {
		return new ServletRegistrationBean<>(new GraphServlet(tokens, store, writes, controls, graph), "/v1.0/*");
	}

}
