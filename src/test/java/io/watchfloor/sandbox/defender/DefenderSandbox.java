package io.watchfloor.sandbox.defender;

import io.watchfloor.sandbox.AccessTokens;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Plugs the pretend Defender API into a web server: a servlet that answers everything
 * under {@code /api}. Register or import this class in the server's context, beside a
 * bean of {@link AccessTokens} and one of {@link DefenderOptions}. It bears no
 * stereotype, so that no component scan finds it.
 */
public class DefenderSandbox {

	@Bean
	IncidentStore incidentStore() {
		return new IncidentStore();
	}

	@Bean
	IncidentChanges incidentChanges(IncidentStore store, DefenderOptions options) {
		return new IncidentChanges(store, options.clock());
	}

	@Bean
	WriteControls writeControls() {
		return new WriteControls();
	}

	@Bean
	IncidentWrites incidentWrites(IncidentStore store, DefenderOptions options, WriteControls controls) {
		return new IncidentWrites(store, options.clock(), controls);
	}

	@Bean
	TenantLife tenantLife(DefenderOptions options, IncidentStore store, IncidentChanges changes) {
		return new TenantLife(options, new TenantData(options), store, changes);
	}

	@Bean
	LifeScheduler lifeScheduler(TenantLife life, DefenderOptions options) {
		return new LifeScheduler(life, options.changeEvery());
	}

	/**
	 * What tests control the API with.
	 * @param options what the API holds and how it behaves
	 * @param store its incidents
	 * @param changes what happens to them
	 * @param life what goes on by itself
	 * @param writes what tests control writes with
	 * @return the controls
	 */
	@Bean
	public DefenderControls defenderControls(DefenderOptions options, IncidentStore store, IncidentChanges changes,
			TenantLife life, WriteControls writes) {
		return new DefenderControls(options, store, changes, life, writes);
	}

	@Bean
	ServletRegistrationBean<DefenderServlet> defenderServlet(AccessTokens tokens, IncidentStore store,
			IncidentWrites writes, DefenderControls controls) {
		return new ServletRegistrationBean<>(new DefenderServlet(tokens, new IncidentApi(store), writes, controls),
				"/api/*");
	}

}
