package io.watchfloor.sandbox.graph;

import java.util.Set;

/**
 * The two lists that Graph serves, and what each allows.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/security-list-incidents">List
 * incidents</a>
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/security-list-alerts_v2">List
 * alerts_v2</a>
 */
enum GraphList {

	/**
	 * {@code /security/incidents}. {@code $orderby} is not in its documentation, but is
	 * in use.
	 */
	INCIDENTS("SecurityIncident.Read.All", 50, 50, Integer.MAX_VALUE,
			Set.of("$count", "$expand", "$filter", "$orderby", "$skip", "$skiptoken", "$top")),

	/**
	 * {@code /security/alerts_v2}.
	 */
	ALERTS("SecurityAlert.Read.All", 100, 1000, 500,
			Set.of("$count", "$filter", "$orderby", "$skip", "$skiptoken", "$top"));

	private final String scope;

	private final int usualTop;

	private final int largestTop;

	private final int largestSkip;

	private final Set<String> options;

	GraphList(String scope, int usualTop, int largestTop, int largestSkip, Set<String> options) {
		this.scope = scope;
		this.usualTop = usualTop;
		this.largestTop = largestTop;
		this.largestSkip = largestSkip;
		this.options = options;
	}

	/**
	 * The permission that it takes.
	 */
	String scope() {
		return this.scope;
	}

	/**
	 * How many who asks for no number gets.
	 */
	int usualTop() {
		return this.usualTop;
	}

	/**
	 * How many there are on a page at most.
	 */
	int largestTop() {
		return this.largestTop;
	}

	/**
	 * How many can be passed over at most.
	 */
	int largestSkip() {
		return this.largestSkip;
	}

	/**
	 * The query options that it takes.
	 */
	Set<String> options() {
		return this.options;
	}

}
