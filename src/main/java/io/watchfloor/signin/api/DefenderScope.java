package io.watchfloor.signin.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the Defender API that decide what to ask Entra ID for.
 *
 * @param url {@code DEFENDER_API_URL}, which may be another address than that of the
 * scope: all regions have the same one
 * @param scope {@code DEFENDER_API_SCOPE}, the delegated permission to ask for
 */
record DefenderScope(@DefaultValue(DefenderScope.URL) URI url, @DefaultValue(DefenderScope.SCOPE) String scope) {

	static final String URL = "https://api.security.microsoft.com";

	static final String SCOPE = URL + "/Incident.Read";

	/**
	 * How to let analysts change incidents.
	 */
	static final String TO_WRITE = "to let analysts change incidents, set WATCHFLOOR_TRIAGE=true";

	private static final String TO_USE_GRAPH = ". To read incidents from Graph, set WATCHFLOOR_SOURCE=graph";

	DefenderScope {
		scope = scope.strip();
	}

	/**
	 * Return what is wrong where incidents are read from the Defender API.
	 */
	List<String> problems() {
		List<String> problems = new ArrayList<>();
		if (GraphCloud.isGraph(this.url)) {
			problems.add("DEFENDER_API_URL is the address of Microsoft Graph" + TO_USE_GRAPH);
		}
		if (!this.scope.matches("\\S+/[\\w.]+")) {
			problems.add("DEFENDER_API_SCOPE must be one scope such as " + SCOPE);
		}
		else if (isOfGraph(this.scope)) {
			problems.add("DEFENDER_API_SCOPE is a permission of Microsoft Graph" + TO_USE_GRAPH);
		}
		else if (GraphScopes.permitsWriting(this.scope)) {
			problems
				.add("DEFENDER_API_SCOPE permits writing, and signing in asks for reading only. It must be one such as "
						+ SCOPE + "; " + TO_WRITE);
		}
		return problems;
	}

	/**
	 * Return the variables with another value than the default.
	 */
	List<String> changed() {
		List<String> changed = new ArrayList<>();
		if (!URI.create(URL).equals(this.url)) {
			changed.add("DEFENDER_API_URL");
		}
		if (!SCOPE.equals(this.scope)) {
			changed.add("DEFENDER_API_SCOPE");
		}
		return changed;
	}

	private static boolean isOfGraph(String scope) {
		for (GraphCloud cloud : GraphCloud.values()) {
			if (scope.startsWith(cloud.graph() + "/")) {
				return true;
			}
		}
		return false;
	}

}
