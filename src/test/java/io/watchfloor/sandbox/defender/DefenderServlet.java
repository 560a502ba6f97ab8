package io.watchfloor.sandbox.defender;

import java.util.Set;

import io.watchfloor.sandbox.AccessTokens;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The Defender API's front: which resource a call asks for, and whether its caller may
 * have it.
 */
final class DefenderServlet extends ApiServlet {

	private static final long serialVersionUID = 1L;

	private final transient IncidentApi api;

	private final transient IncidentWrites writes;

	private final transient DefenderControls controls;

	DefenderServlet(AccessTokens tokens, IncidentApi api, IncidentWrites writes, DefenderControls controls) {
		super(tokens, SandboxApi.DEFENDER, controls);
		this.api = api;
		this.writes = writes;
		this.controls = controls;
	}

	@Override
	protected ApiCall call(HttpServletRequest request) {
		return new DefenderCall(this, request);
	}

	boolean lists(HttpServletRequest request, long id) {
		SandboxAccount account = permitted(authenticate(request));
		return this.api.lists(ListQuery.of(request.getParameterMap()), account, id);
	}

	Answer list(HttpServletRequest request) {
		AccessTokens.Caller caller = authenticate(request);
		requireGet(request);
		this.controls.takeListCall();
		SandboxAccount account = permitted(caller);
		ListQuery query = ListQuery.of(request.getParameterMap());
		String served = this.controls.served();
		return (served != null) ? Answer.of(served)
				: this.controls.told(this.api.list(query, account, address(request)), account);
	}

	Answer get(HttpServletRequest request, String id) {
		AccessTokens.Caller caller = authenticate(request);
		this.controls.takeGetCall();
		SandboxAccount account = permitted(caller);
		return this.controls.told(this.api.get(number(request, id), account, address(request)), account);
	}

	Answer update(ApiCall call, String id) {
		HttpServletRequest request = call.request();
		AccessTokens.Caller caller = authenticate(request);
		this.controls.takeWriteCall();
		if (!caller.scopes().contains(SandboxApi.DEFENDER.writeScope())) {
			throw ApiError.forbiddenToWrite();
		}
		SandboxAccount account = caller.account();
		this.controls.writes().requireRole(account);
		WriteBody body = WriteBody.of(request,
				Set.of("status", "assignedTo", "classification", "determination", "tags", "comment"));
		IncidentWrite write = new IncidentWrite(body.text("status"), body.text("assignedTo"),
				body.text("classification"), body.text("determination"), body.texts("tags"), body.text("comment"));
		StoredIncident changed = this.writes.write(number(request, id), write, account);
		this.controls.writes().done(call, account);
		return this.controls.told(this.api.incident(changed, account, address(request)), account);
	}

	private static long number(HttpServletRequest request, String id) {
		request.getParameterMap().forEach((name, values) -> {
			throw ApiError.badRequest("The query parameter '" + name + "' is not known");
		});
		if (!id.matches("\\d{1,18}")) {
			throw ApiError.invalidInput("An incident's id is a number");
		}
		return Long.parseLong(id);
	}

	private static SandboxAccount permitted(AccessTokens.Caller caller) {
		if (caller.scopes().contains("Incident.Read") || caller.scopes().contains(SandboxApi.DEFENDER.writeScope())) {
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
