package io.watchfloor.signin.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The settings of Microsoft Graph that decide what to ask Entra ID for.
 *
 * @param url {@code GRAPH_API_URL}, whose host tells the cloud if it is Microsoft's own
 * @param scopes {@code GRAPH_API_SCOPES}, the delegated permissions to ask for, with
 * spaces between them; empty for those that are needed, of the cloud's Graph. Names
 * without an address are Graph's on every cloud
 */
record GraphScopes(@DefaultValue(GraphScopes.URL) URI url, @DefaultValue("") String scopes) {

	static final String URL = "https://graph.microsoft.com";

	private static final Pattern NAME = Pattern.compile("\\w+(\\.\\w+)+");

	private static final Pattern DEFENDER_HOST = Pattern.compile("([\\w-]+\\.)*security\\.microsoft\\.(com|us)");

	/**
	 * Return what is wrong where incidents are read from Microsoft Graph.
	 * @param authority where people sign in
	 */
	List<String> problems(URI authority) {
		if (GraphCloud.CHINA.hasAuthority(authority) || GraphCloud.CHINA.hasGraph(this.url)) {
			return List.of("AZURE_AUTHORITY_HOST or GRAPH_API_URL names the cloud operated by 21Vianet in China. "
					+ "Microsoft Graph has no incidents and alerts there, so Watchfloor has nothing to read");
		}
		List<GraphCloud> clouds = GraphCloud.of(authority, this.url);
		if (clouds.isEmpty()) {
			return List.of("GRAPH_API_URL and AZURE_AUTHORITY_HOST belong to different clouds. Who signs in at "
					+ authority.getHost() + " finds Microsoft Graph at " + graphsOf(authority));
		}
		if (DEFENDER_HOST.matcher(String.valueOf(this.url.getHost())).matches()) {
			return List
				.of("GRAPH_API_URL is the address of the Defender API. Microsoft Graph is at " + clouds.get(0).graph()
						+ "; to read incidents from the Defender API, set WATCHFLOOR_SOURCE=defender");
		}
		return scopeProblems(authority);
	}

	private static String graphsOf(URI authority) {
		return GraphCloud.ofAuthority(authority).map(GraphCloud::graph).collect(Collectors.joining(" or "));
	}

	private List<String> scopeProblems(URI authority) {
		String resource = resource(authority);
		Set<String> asked = asked(authority);
		String remedy = ". Leave it unset to ask for what Watchfloor needs, " + String.join(" ", needed(resource));
		if (!asked.stream().allMatch((scope) -> isOf(resource, scope))) {
			return List.of("GRAPH_API_SCOPES names something else than permissions of Microsoft Graph at " + resource
					+ remedy);
		}
		List<String> problems = new ArrayList<>();
		if (asked.stream().anyMatch(GraphScopes::permitsWriting)) {
			problems.add("GRAPH_API_SCOPES permits writing, and signing in asks for reading only" + remedy + "; "
					+ DefenderScope.TO_WRITE);
		}
		List<String> missing = IncidentApi.GRAPH
			.missing(asked.stream().map((scope) -> scope.substring(resource.length() + 1)).toList());
		if (!missing.isEmpty()) {
			problems.add("GRAPH_API_SCOPES lacks " + String.join(" and ", missing) + remedy);
		}
		return problems;
	}

	private static boolean isOf(String resource, String scope) {
		return scope.startsWith(resource + "/") && NAME.matcher(scope.substring(resource.length() + 1)).matches();
	}

	/**
	 * Return the scopes to ask for.
	 * @param authority where people sign in
	 * @return the scopes with the address of the cloud's Graph
	 */
	Set<String> asked(URI authority) {
		String resource = resource(authority);
		Set<String> asked = words().map((scope) -> NAME.matcher(scope).matches() ? resource + "/" + scope : scope)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		return asked.isEmpty() ? needed(resource) : asked;
	}

	private static Set<String> needed(String resource) {
		return IncidentApi.GRAPH.permissions()
			.stream()
			.map((permission) -> resource + "/" + permission)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Return the address of the Graph whose permissions are asked for: of the clouds that
	 * the addresses permit that of the first scope, or else the first.
	 */
	private String resource(URI authority) {
		List<GraphCloud> clouds = GraphCloud.of(authority, this.url);
		return clouds.stream()
			.filter((cloud) -> words().anyMatch((scope) -> scope.startsWith(cloud.graph() + "/")))
			.findFirst()
			.orElse(clouds.get(0))
			.graph();
	}

	private Stream<String> words() {
		return Stream.of(StringUtils.tokenizeToStringArray(this.scopes, " ,\t\r\n"));
	}

	/**
	 * Return whether a permission allows more than reading, as its name tells.
	 */
	static boolean permitsWriting(String scope) {
		String name = scope.substring(scope.lastIndexOf('/') + 1);
		return name.contains("Write") || name.contains("Manage");
	}

	/**
	 * Return the variables with another value than the default.
	 */
	List<String> changed() {
		List<String> changed = new ArrayList<>();
		if (!URI.create(URL).equals(this.url)) {
			changed.add("GRAPH_API_URL");
		}
		if (words().findAny().isPresent()) {
			changed.add("GRAPH_API_SCOPES");
		}
		return changed;
	}

}
