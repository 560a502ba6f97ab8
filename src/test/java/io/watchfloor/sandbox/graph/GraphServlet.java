package io.watchfloor.sandbox.graph;

import io.watchfloor.sandbox.AccessTokens;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.defender.Answer;
import io.watchfloor.sandbox.defender.ApiCall;
import io.watchfloor.sandbox.defender.ApiServlet;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.defender.IncidentStore;
import io.watchfloor.sandbox.defender.IncidentWrites;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Graph's front: which resource a call asks for, and whether its caller may have it.
 */
final class GraphServlet extends ApiServlet {

	private static final long serialVersionUID = 1L;

	private final transient GraphApi api;

	private final transient IncidentUpdates updates;

	private final transient DefenderControls controls;

	private final transient GraphControls graph;

	GraphServlet(AccessTokens tokens, IncidentStore store, IncidentWrites writes, DefenderControls controls,
			GraphControls graph) {
		super(tokens, SandboxApi.GRAPH, controls);
		this.updates = new IncidentUpdates(writes, controls.writes());
		this.api = new GraphApi(store, controls, graph);
		this.controls = controls;
		this.graph = graph;
	}

	@Override
	protected ApiCall call(HttpServletRequest request) {
		return new GraphCall(this, request);
	}

	Answer incidents(HttpServletRequest request) {
		AccessTokens.Caller caller = admitted(request);
		Reader reader = reader(caller, request, GraphList.INCIDENTS);
		GraphQuery query = GraphQuery.of(request.getParameterMap(), GraphList.INCIDENTS);
		if (query.expand()) {
			permitted(caller, GraphList.ALERTS);
		}
		return told(this.api.incidents(query, reader), reader);
	}

	Answer incident(HttpServletRequest request, String id) {
		AccessTokens.Caller caller = admitted(request);
		Reader reader = reader(caller, request, GraphList.INCIDENTS);
		boolean expand = GraphQuery.expand(request.getParameterMap());
		if (expand) {
			permitted(caller, GraphList.ALERTS);
		}
		return told(this.api.incident(id, expand, reader), reader);
	}

	Answer update(ApiCall call, String id) {
		return this.updates.update(call, id, writer(call.request()));
	}

	Answer comment(ApiCall call, String id) {
		return this.updates.comment(call, id, writer(call.request()));
	}

	private Reader writer(HttpServletRequest request) {
		AccessTokens.Caller caller = authenticate(request);
		this.controls.take(this.graph.quota(), true);
		if (!caller.scopes().contains(SandboxApi.GRAPH.writeScope())) {
			throw GraphErrors.forbiddenToWrite();
		}
		this.controls.writes().requireRole(caller.account());
		request.getParameterMap().forEach((name, values) -> {
			throw GraphErrors.badRequest("The query option '" + name + "' is not allowed");
		});
		return Reader.of(caller.account(), request);
	}

	Answer alerts(HttpServletRequest request) {
		Reader reader = reader(admitted(request), request, GraphList.ALERTS);
		return told(this.api.alerts(GraphQuery.of(request.getParameterMap(), GraphList.ALERTS), reader), reader);
	}

	boolean lists(HttpServletRequest request, long id) {
		Reader reader = reader(authenticate(request), request, GraphList.INCIDENTS);
		GraphQuery query = GraphQuery.of(request.getParameterMap(), GraphList.INCIDENTS);
		return this.api.find(query, reader).elements().stream().anyMatch((incident) -> incident.id() == id);
	}

	private AccessTokens.Caller admitted(HttpServletRequest request) {
		AccessTokens.Caller caller = authenticate(request);
		requireGet(request);
		this.controls.take(this.graph.quota(), true);
		return caller;
	}

	private static Reader reader(AccessTokens.Caller caller, HttpServletRequest request, GraphList list) {
		return Reader.of(permitted(caller, list), request);
	}

	private static SandboxAccount permitted(AccessTokens.Caller caller, GraphList list) {
		if (caller.scopes().contains(list.scope())
				|| caller.scopes().contains(list.scope().replace("Read", "ReadWrite"))) {
			return caller.account();
		}
		throw GraphErrors.forbidden(list.scope());
	}

	private Answer told(Answer answer, Reader reader) {
		return this.controls.told(answer, reader.account());
	}

}
