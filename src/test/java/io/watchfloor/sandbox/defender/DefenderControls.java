package io.watchfloor.sandbox.defender;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.watchfloor.sandbox.SandboxAccount;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hand that a test has on the pretend tenant, by whichever API it is read: which
 * faults the APIs show, what they serve, which calls came, and what happens to the
 * incidents.
 */
public final class DefenderControls {

	private final IncidentStore store;

	private final IncidentChanges changes;

	private final TenantLife life;

	private final CallLog log;

	private final Quota listQuota;

	private final Quota getQuota;

	private final Quota writeQuota;

	private final WriteControls writes;

	private final DefenderOptions options;

	private final AtomicInteger refusedByQuota = new AtomicInteger();

	private final List<Fault> faults = new CopyOnWriteArrayList<>();

	private volatile boolean quota;

	private volatile @Nullable Boolean retryAfter;

	private volatile @Nullable String served;

	private volatile boolean apart;

	private final List<Runnable> onReset = new CopyOnWriteArrayList<>();

	DefenderControls(DefenderOptions options, IncidentStore store, IncidentChanges changes, TenantLife life,
			WriteControls writes) {
		this.options = options;
		this.store = store;
		this.changes = changes;
		this.life = life;
		this.log = new CallLog(options.clock());
		this.listQuota = new Quota(options.clock(), 50, 1500);
		this.getQuota = new Quota(options.clock(), 100, 1500);
		this.writeQuota = new Quota(options.clock(), 45, 1500);
		this.writes = writes;
		this.quota = options.quota();
	}

	/**
	 * What a test sees and orders of writes.
	 */
	public WriteControls writes() {
		return this.writes;
	}

	/**
	 * Let calls fail. Faults that were asked for earlier come first.
	 * @param fault what goes wrong, and with which calls
	 */
	public void fail(Fault fault) {
		this.faults.add(fault);
	}

	/**
	 * Let no call fail any more. Calls that a fault holds up are let go.
	 */
	public void recover() {
		this.faults.forEach(Fault::release);
		this.faults.clear();
	}

	/**
	 * Answer every good call of the list with this instead of the tenant's incidents,
	 * until {@link #reset()}.
	 * @param json the body by the Defender API, sent as it is; Microsoft Graph tells the
	 * same incidents in its own words
	 */
	public void serve(String json) {
		this.served = json;
	}

	/**
	 * Let each account see people and devices of its own, so that hardly an incident of
	 * one equals that of another, until {@link #reset()}.
	 */
	public void tellApart() {
		this.apart = true;
	}

	/**
	 * Switch the quota: 50 list calls, 100 single ones and 45 writes a minute, 1,500 an
	 * hour of each; with Microsoft Graph 100 calls of any kind a minute. The reference
	 * says 50 writes; 45 is what answers said that refused the next one.
	 * @param on whether calls over it answer 429
	 * @param tellWait whether those answers carry {@code Retry-After}; unless a test says
	 * so here, those of Microsoft Graph do and the others do not
	 */
	public void quota(boolean on, boolean tellWait) {
		this.quota = on;
		this.retryAfter = tellWait;
	}

	/**
	 * The newest calls, 10,000 at most, oldest first.
	 * @return the calls since the start or the last {@link #reset()}
	 */
	public List<Call> calls() {
		return this.log.calls();
	}

	/**
	 * How many calls came since the start or the last {@link #reset()}.
	 * @return the count, refused and failed ones included
	 */
	public long callCount() {
		return this.log.count();
	}

	/**
	 * How many calls the quota refused since the start or the last {@link #reset()}.
	 * @return the count, from 0
	 */
	public int refusedByQuota() {
		return this.refusedByQuota.get();
	}

	/**
	 * Begin afresh: no faults (calls that one holds up are let go), no served body, the
	 * same for everybody who may see it, no recorded calls, the quota unused and as the
	 * options say, and the incidents of the beginning.
	 */
	public void reset() {
		recover();
		this.served = null;
		this.apart = false;
		this.quota = this.options.quota();
		this.retryAfter = null;
		this.refusedByQuota.set(0);
		this.listQuota.forget();
		this.getQuota.forget();
		this.writeQuota.forget();
		this.writes.reset();
		this.life.restart();
		this.onReset.forEach(Runnable::run);
		this.log.clear();
	}

	/**
	 * Tell little of the enormous incident and of the hostile ones, to whoever sees them:
	 * every queue reads them, and few tests look at them. To be called before incidents
	 * change; undone by {@link #reset()}.
	 */
	public void shortenLargeIncidents() {
		this.life.putBack(true);
	}

	/**
	 * Tell all of the large incidents again. To be called before incidents change.
	 */
	public void tellLargeIncidents() {
		this.life.putBack(false);
	}

	/**
	 * Let a new incident arrive, created now.
	 * @return its id
	 */
	public long add() {
		return add((incident) -> {
		});
	}

	/**
	 * Let a new incident arrive, created now unless changed.
	 * @param change changes the generated incident before anybody sees it
	 * @return its id
	 */
	public long add(Consumer<ObjectNode> change) {
		return this.life.arrive(change);
	}

	/**
	 * Add an incident exactly as given, or replace the one of its id.
	 * @param json the incident as the API would tell it
	 */
	public void addJson(String json) {
		this.store.put(StoredIncident.of(Json.readObject(json)));
	}

	/**
	 * Change an incident, its alerts included; its {@code lastUpdateTime} becomes now.
	 * @param id the incident
	 * @param change changes it
	 * @throws NoSuchElementException when there is none of this id
	 */
	public void update(long id, Consumer<ObjectNode> change) {
		this.changes.update(id, change);
	}

	/**
	 * Resolve an incident and its alerts.
	 * @param id the incident
	 * @param classification such as {@code TruePositive}
	 * @param determination such as {@code Phishing}
	 * @throws NoSuchElementException when there is none of this id
	 */
	public void resolve(long id, String classification, String determination) {
		this.changes.resolve(id, classification, determination);
	}

	/**
	 * Give an incident an owner.
	 * @param id the incident
	 * @param owner a user name, or {@code null} for none
	 * @throws NoSuchElementException when there is none of this id
	 */
	public void assign(long id, @Nullable String owner) {
		this.changes.assign(id, owner);
	}

	/**
	 * Merge an incident into another: its alerts move, and it stays behind redirected.
	 * @param from the incident that ends
	 * @param into the incident that goes on
	 * @throws NoSuchElementException when there is none of one of these ids
	 */
	public void merge(long from, long into) {
		this.changes.merge(from, into);
	}

	/**
	 * Let an incident disappear.
	 * @param id the incident
	 */
	public void remove(long id) {
		this.store.remove(id);
	}

	/**
	 * Let a moment of the tenant's life pass, as happens by itself where the options say
	 * so: some incidents arrive, change, are assigned, resolved or merged. Equal seeds
	 * give equal lives.
	 */
	public void tick() {
		this.life.tick();
	}

	/**
	 * Everything about an incident, whoever may see it.
	 * @param id the incident
	 * @return a copy of its JSON
	 * @throws NoSuchElementException when there is none of this id
	 */
	public JsonNode incident(long id) {
		return this.store.find(id).orElseThrow().json();
	}

	/**
	 * What an account may see.
	 * @param account the account
	 * @return the incidents' ids, newest created first
	 */
	public List<Long> visibleTo(SandboxAccount account) {
		Visibility visibility = new Visibility(account);
		return this.store.newestFirst().stream().filter(visibility::shows).map(StoredIncident::id).toList();
	}

	@Nullable Fault received(ApiCall call) {
		this.log.add(call.request());
		for (Fault fault : this.faults) {
			if (fault.hits(call)) {
				return fault;
			}
		}
		return null;
	}

	void takeListCall() {
		take(this.listQuota, false);
	}

	void takeGetCall() {
		take(this.getQuota, false);
	}

	void takeWriteCall() {
		take(this.writeQuota, false);
	}

	/**
	 * Count a call, as long as quotas hold.
	 * @param from the quota
	 * @param tellsWait whether its refusals carry {@code Retry-After} where no test says
	 * otherwise
	 * @throws ApiError with 429 when it is one too many
	 */
	public void take(Quota from, boolean tellsWait) {
		if (!this.quota) {
			return;
		}
		Boolean ordered = this.retryAfter;
		try {
			from.take((ordered != null) ? ordered : tellsWait);
		}
		catch (ApiError error) {
			this.refusedByQuota.incrementAndGet();
			throw error;
		}
	}

	/**
	 * What to answer instead of the tenant's incidents.
	 */
	public @Nullable String served() {
		return this.served;
	}

	/**
	 * An answer as an account gets it.
	 */
	public Answer told(Answer answer, SandboxAccount account) {
		return this.apart ? answer.replacing("contoso", "contoso-" + account.name()) : answer;
	}

	/**
	 * Have something done at each {@link #reset()}.
	 * @param action what to do
	 */
	public void onReset(Runnable action) {
		this.onReset.add(action);
	}

	/**
	 * A call that came.
	 *
	 * @param time when, by the sandbox's clock
	 * @param method such as {@code GET}
	 * @param path such as {@code /api/incidents}
	 * @param query the query string as it came, or {@code null}
	 * @param authorization whether there was an {@code Authorization} header
	 */
	public record Call(Instant time, String method, String path, @Nullable String query, boolean authorization) {
	}

}
