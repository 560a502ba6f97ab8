package io.watchfloor.sandbox.graph;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.sandbox.defender.Answer;
import io.watchfloor.sandbox.defender.ApiCall;
import io.watchfloor.sandbox.defender.ApiError;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A call of Graph.
 *
 * @param servlet what answers it
 * @param request the call as it came
 */
record GraphCall(GraphServlet servlet, HttpServletRequest request) implements ApiCall {

	private static final String INCIDENTS = "/security/incidents";

	private static final Pattern COMMENTS = Pattern.compile(INCIDENTS + "/([^/]+)/comments");

	private static final Pattern WRITABLE = Pattern.compile(INCIDENTS + "/(\\d{1,18})(?:/comments)?");

	private static final Pattern INCIDENT = Pattern.compile(INCIDENTS + "/([^/]+)");

	@Override
	public Set<String> paths() {
		String path = this.request.getRequestURI();
		return path.contains("/v1.0/security/") ? Set.of(path, path.replace("/v1.0/security/", "/api/")) : Set.of(path);
	}

	@Override
	public int page() {
		if (!path().equals(INCIDENTS)) {
			return 0;
		}
		try {
			GraphQuery query = GraphQuery.of(this.request.getParameterMap(), GraphList.INCIDENTS);
			String token = query.skipToken();
			return 1 + ((token != null) ? SkipTokens.skipped(token) : query.skip()) / query.top();
		}
		catch (ApiError error) {
			return 0;
		}
	}

	@Override
	public boolean lists(long id) {
		try {
			return path().equals(INCIDENTS) && this.servlet.lists(this.request, id);
		}
		catch (ApiError error) {
			return false;
		}
	}

	@Override
	public boolean expands() {
		return this.request.getParameter("$expand") != null;
	}

	@Override
	public long writesTo() {
		Matcher incident = WRITABLE.matcher(path());
		return (!this.request.getMethod().equals("GET") && incident.matches()) ? Long.parseLong(incident.group(1)) : 0;
	}

	@Override
	public Answer proper() {
		try {
			String path = path();
			if (path.equals(INCIDENTS)) {
				return this.servlet.incidents(this.request);
			}
			if (path.equals("/security/alerts_v2")) {
				return this.servlet.alerts(this.request);
			}
			Matcher incident = INCIDENT.matcher(path);
			if (incident.matches()) {
				return incident(incident.group(1));
			}
			Matcher comments = COMMENTS.matcher(path);
			if (comments.matches()) {
				requireMethod("POST");
				return this.servlet.comment(this, comments.group(1));
			}
			this.servlet.authenticate(this.request);
			throw GraphErrors.noSuchSegment(path);
		}
		catch (ApiError error) {
			return refusal(error);
		}
	}

	private Answer incident(String id) {
		if (this.request.getMethod().equals("GET")) {
			return this.servlet.incident(this.request, id);
		}
		requireMethod("PATCH");
		return this.servlet.update(this, id);
	}

	private void requireMethod(String method) {
		if (!this.request.getMethod().equals(method)) {
			this.servlet.authenticate(this.request);
			throw ApiError.methodNotAllowed(method.equals("PATCH") ? "GET, PATCH" : method);
		}
	}

	@Override
	public Answer refusal(ApiError error) {
		return GraphErrors.answer(error, this.request);
	}

	@Override
	public String bareIncident(long id) {
		return "{\"id\":\"" + id + "\"}";
	}

	private String path() {
		String path = this.request.getPathInfo();
		return (path != null) ? path : "";
	}

}
