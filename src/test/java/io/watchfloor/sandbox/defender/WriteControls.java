package io.watchfloor.sandbox.defender;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.watchfloor.sandbox.SandboxAccount;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The hand that a test has on writes, by whichever API they come: which came, who may
 * write, what happens just before one, and when alerts follow. How a write fails is a
 * {@link Fault}, such as {@code Fault.brokenOffAfter()}. {@link DefenderControls#reset()}
 * puts all of it back.
 */
public final class WriteControls {

	private final List<Write> received = new CopyOnWriteArrayList<>();

	private final List<Write> done = new CopyOnWriteArrayList<>();

	private final Set<String> withoutRole = ConcurrentHashMap.newKeySet();

	private final List<Interference> interferences = new CopyOnWriteArrayList<>();

	private final List<Runnable> waitingAlerts = new ArrayList<>();

	private boolean alertsHeld;

	WriteControls() {
	}

	/**
	 * The writes that came since the last reset, oldest first, refused and failed ones
	 * included.
	 */
	public List<Write> received() {
		return List.copyOf(this.received);
	}

	/**
	 * The writes that took effect since the last reset, oldest first, whatever their
	 * callers were told of them.
	 */
	public List<Write> done() {
		return List.copyOf(this.done);
	}

	/**
	 * Refuse the writes of an account with 403 from now on, as if it had lost its role.
	 * Reading goes on.
	 * @param account whose
	 */
	public void takeRole(SandboxAccount account) {
		this.withoutRole.add(account.objectId());
	}

	/**
	 * Have something happen just before an incident is read by its id the next time, such
	 * as a change by a colleague.
	 * @param id the incident
	 * @param event what happens
	 */
	public void beforeNextRead(long id, Runnable event) {
		this.interferences.add(new Interference(
				(call) -> call.request().getMethod().equals("GET") && call.paths().contains("/api/incidents/" + id),
				event));
	}

	/**
	 * Have something happen just before an incident is written to the next time, after
	 * everything that was read before.
	 * @param id the incident
	 * @param event what happens
	 */
	public void beforeNextWrite(long id, Runnable event) {
		this.interferences.add(new Interference((call) -> call.writesTo() == id, event));
	}

	/**
	 * Let the alerts of incidents that are written to stay as they are, instead of
	 * following as soon as the answer is made up, until {@link #letAlertsFollow()}.
	 */
	public synchronized void holdAlerts() {
		this.alertsHeld = true;
	}

	/**
	 * Let the alerts follow that were held, and all later ones at once.
	 */
	public synchronized void letAlertsFollow() {
		this.alertsHeld = false;
		this.waitingAlerts.forEach(Runnable::run);
		this.waitingAlerts.clear();
	}

	synchronized void alertsFollow(Runnable change) {
		if (this.alertsHeld) {
			this.waitingAlerts.add(change);
		}
		else {
			change.run();
		}
	}

	void received(ApiCall call, @Nullable SandboxAccount by) {
		for (Interference interference : this.interferences) {
			if (interference.call().test(call) && this.interferences.remove(interference)) {
				interference.event().run();
			}
		}
		if (call.writesTo() > 0) {
			this.received.add(Write.of(call, by));
		}
	}

	/**
	 * Write down that a write took effect.
	 * @param call the call
	 * @param by whose token it carried
	 */
	public void done(ApiCall call, SandboxAccount by) {
		this.done.add(Write.of(call, by));
	}

	/**
	 * Refuse an account without the role that writing takes.
	 * @throws ApiError with 403
	 */
	public void requireRole(SandboxAccount account) {
		if (!account.mayWrite() || this.withoutRole.contains(account.objectId())) {
			throw ApiError.withoutRole();
		}
	}

	synchronized void reset() {
		this.received.clear();
		this.done.clear();
		this.withoutRole.clear();
		this.interferences.clear();
		this.waitingAlerts.clear();
		this.alertsHeld = false;
	}

	/**
	 * A write.
	 *
	 * @param method {@code PATCH} or {@code POST}
	 * @param incident the incident's id by its path
	 * @param body the body as it came
	 * @param by whose token it carried, or {@code null} when that was not good
	 */
	public record Write(String method, long incident, String body, @Nullable SandboxAccount by) {

		static Write of(ApiCall call, @Nullable SandboxAccount by) {
			return new Write(call.request().getMethod(), call.writesTo(), ApiServlet.bodyText(call.request()), by);
		}

		/**
		 * The body as JSON.
		 */
		public JsonNode json() {
			return Json.read(this.body);
		}

	}

	private record Interference(Predicate<ApiCall> call, Runnable event) {
	}

}
