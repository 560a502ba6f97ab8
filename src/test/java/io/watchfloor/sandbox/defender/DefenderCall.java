package io.watchfloor.sandbox.defender;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A call of the Defender API.
 *
 * @param servlet what answers it
 * @param request the call as it came
 */
record DefenderCall(DefenderServlet servlet, HttpServletRequest request) implements ApiCall {

	private static final Pattern INCIDENT = Pattern.compile("/incidents/([^/]+)");

	@Override
	public Set<String> paths() {
		return Set.of(this.request.getRequestURI());
	}

	@Override
	public int page() {
		String skip = this.request.getParameter("$skip");
		String top = this.request.getParameter("$top");
		if (!this.request.getRequestURI().endsWith("/incidents")) {
			return 0;
		}
		int size = (top != null) ? Integer.parseInt(top) : ListQuery.LARGEST_PAGE;
		return (skip != null) ? 1 + Integer.parseInt(skip) / size : 1;
	}

	@Override
	public boolean lists(long id) {
		try {
			return "/incidents".equals(this.request.getPathInfo()) && this.servlet.lists(this.request, id);
		}
		catch (ApiError error) {
			return false;
		}
	}

	@Override
	public boolean expands() {
		return false;
	}

	@Override
	public long writesTo() {
		Matcher incident = INCIDENT.matcher(path());
		return (this.request.getMethod().equals("PATCH") && incident.matches()) ? number(incident.group(1)) : 0;
	}

	@Override
	public Answer proper() {
		try {
			String path = path();
			if (path.equals("/incidents")) {
				return this.servlet.list(this.request);
			}
			Matcher incident = INCIDENT.matcher(path);
			if (incident.matches()) {
				return incident(incident.group(1));
			}
			this.servlet.authenticate(this.request);
			throw ApiError.noSuchResource();
		}
		catch (ApiError error) {
			return refusal(error);
		}
	}

	private Answer incident(String id) {
		return switch (this.request.getMethod()) {
			case "GET" -> this.servlet.get(this.request, id);
			case "PATCH" -> this.servlet.update(this, id);
			default -> {
				this.servlet.authenticate(this.request);
				throw ApiError.methodNotAllowed("GET, PATCH");
			}
		};
	}

	@Override
	public Answer refusal(ApiError error) {
		return error.answer();
	}

	@Override
	public String bareIncident(long id) {
		return "{\"incidentId\":" + id + '}';
	}

	private String path() {
		return (this.request.getPathInfo() != null) ? this.request.getPathInfo() : "";
	}

	private static long number(String id) {
		return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
	}

}
