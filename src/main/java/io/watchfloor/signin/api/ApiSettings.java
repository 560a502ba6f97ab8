package io.watchfloor.signin.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings that decide what to ask Entra ID for.
 *
 * @param source {@code WATCHFLOOR_SOURCE}, the API that incidents are read from
 * @param defender the settings of the Defender API
 * @param graph the settings of Microsoft Graph
 * @param triage {@code WATCHFLOOR_TRIAGE}, whether analysts may change incidents
 * @param signIn where people sign in, which tells the cloud
 */
@ConfigurationProperties("watchfloor")
public record ApiSettings(@DefaultValue("defender") IncidentApi source, @DefaultValue DefenderScope defender,
		@DefaultValue GraphScopes graph, @DefaultValue("false") Triage triage, @DefaultValue Authority signIn) {

	/**
	 * Return everything that is wrong or contradicts each other. The settings of the API
	 * that is not used are not looked at, so that an installation can go back to it.
	 * @return the problems, each with its remedy
	 */
	public List<String> problems() {
		return switch (this.source) {
			case DEFENDER -> this.defender.problems();
			case GRAPH -> this.graph.problems(this.signIn.authorityHost());
		};
	}

	/**
	 * Return the settings that were changed and have no effect.
	 * @return the names of the variables
	 */
	List<String> unused() {
		return switch (this.source) {
			case DEFENDER -> this.graph.changed();
			case GRAPH -> this.defender.changed();
		};
	}

	/**
	 * Return the API and the scopes to ask for.
	 * @throws IllegalStateException if there are problems
	 */
	ApiAccess access() {
		List<String> problems = problems();
		if (!problems.isEmpty()) {
			throw new IllegalStateException(String.join("; ", problems));
		}
		return switch (this.source) {
			case DEFENDER -> new ApiAccess(this.source, Set.of(this.defender.scope()), isTriageOn());
			case GRAPH -> new ApiAccess(this.source, this.graph.asked(this.signIn.authorityHost()), isTriageOn());
		};
	}

	private boolean isTriageOn() {
		return this.triage == Triage.TRUE;
	}

	/**
	 * Whether analysts may change incidents. No {@code boolean}, which takes {@code yes}
	 * and {@code on} as well: the conditions of the beans for it do not.
	 */
	enum Triage {

		TRUE, FALSE;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Where people sign in.
	 *
	 * @param authorityHost {@code AZURE_AUTHORITY_HOST}
	 */
	record Authority(@DefaultValue("https://login.microsoftonline.com") URI authorityHost) {
	}

}
