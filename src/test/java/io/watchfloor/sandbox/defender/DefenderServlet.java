package io.watchfloor.sandbox.defender;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.sandbox.AccessTokens;
import io.watchfloor.sandbox.SandboxAccount;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The API's front: who calls, what for, and whether they may.
 */
final class DefenderServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private static final Pattern BEARER = Pattern.compile("(?i)Bearer +([A-Za-z0-9._~+/=-]+)");

	private static final Pattern INCIDENT = Pattern.compile("/incidents/([^/]+)");

	private final transient AccessTokens tokens;

	private final transient IncidentApi api;

	private final transient DefenderControls controls;

	DefenderServlet(AccessTokens tokens, IncidentApi api, DefenderControls controls) {
		this.tokens = tokens;
		this.api = api;
		this.controls = controls;
	}

	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Fault fault = this.controls.received(request, (id) -> lists(request, id));
		if (fault != null) {
			fault.send(() -> answer(request), request, response);
		}
		else {
			answer(request).send(request, response);
		}
	}

	/**
	 * Whether a call asks for a page with an incident that its caller may see.
	 */
	private boolean lists(HttpServletRequest request, long id) {
		if (!"/incidents".equals(request.getPathInfo())) {
			return false;
		}
		try {
			AccessTokens.Caller caller = authenticate(request.getHeader("Authorization"));
			return this.api.lists(ListQuery.of(request.getParameterMap()), permitted(caller), id);
		}
		catch (ApiError error) {
			return false;
		}
	}

	private Answer answer(HttpServletRequest request) {
		try {
			AccessTokens.Caller caller = authenticate(request.getHeader("Authorization"));
			String path = (request.getPathInfo() != null) ? request.getPathInfo() : "";
			Matcher incident = INCIDENT.matcher(path);
			if (path.equals("/incidents")) {
				return list(request, caller);
			}
			if (incident.matches()) {
				return get(request, caller, incident.group(1));
			}
			throw ApiError.noSuchResource();
		}
		catch (ApiError error) {
			return error.answer();
		}
	}

	private Answer list(HttpServletRequest request, AccessTokens.Caller caller) {
		requireGet(request);
		this.controls.takeListCall();
		SandboxAccount account = permitted(caller);
		ListQuery query = ListQuery.of(request.getParameterMap());
		Answer served = this.controls.served();
		return (served != null) ? served : this.controls.told(this.api.list(query, account, address(request)), account);
	}

	private Answer get(HttpServletRequest request, AccessTokens.Caller caller, String id) {
		requireGet(request);
		this.controls.takeGetCall();
		SandboxAccount account = permitted(caller);
		request.getParameterMap().forEach((name, values) -> {
			throw ApiError.badRequest("The query parameter '" + name + "' is not known");
		});
		if (!id.matches("\\d{1,18}")) {
			throw ApiError.invalidInput("An incident's id is a number");
		}
		return this.controls.told(this.api.get(Long.parseLong(id), account, address(request)), account);
	}

	private AccessTokens.Caller authenticate(@Nullable String authorization) {
		if (authorization == null) {
			throw ApiError.missingToken();
		}
		Matcher bearer = BEARER.matcher(authorization);
		if (!bearer.matches()) {
			throw ApiError.missingToken();
		}
		try {
			return this.tokens.check(bearer.group(1));
		}
		catch (AccessTokens.InvalidTokenException ex) {
			throw ApiError.invalidToken();
		}
	}

	private static void requireGet(HttpServletRequest request) {
		if (!request.getMethod().equals("GET")) {
			throw ApiError.methodNotAllowed();
		}
	}

	private static SandboxAccount permitted(AccessTokens.Caller caller) {
		if (caller.scopes().contains("Incident.Read") || caller.scopes().contains("Incident.ReadWrite")) {
			return caller.account();
		}
		throw ApiError.forbidden();
	}

	/**
	 * The API's own address as the caller spells it, up to {@code /api}.
	 */
	private static String address(HttpServletRequest request) {
		String url = request.getRequestURL().toString();
		String path = request.getPathInfo();
		return url.substring(0, url.length() - path.length());
	}

}
