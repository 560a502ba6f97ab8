package io.watchfloor.sandbox.defender;

import java.util.Collections;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.watchfloor.sandbox.SandboxAccount;

/**
 * What an account may see. An alert with devices shows to who sees the device group of at
 * least one of them; an alert without shows to who covers its source. Who sees every
 * device group of the tenant sees everything.
 */
public final class Visibility implements Predicate<StoredAlert> {

	/**
	 * The sources that take a wider role than the workstations': their alerts tell of
	 * people's files and of the tenant's applications.
	 */
	private static final Set<String> LEADS_ONLY = Set.of("DataLossPrevention", "MicrosoftAppGovernance");

	private static final Set<String> ALL_GROUPS = SandboxAccount.values()
		.stream()
		.flatMap((account) -> account.deviceGroups().stream())
		.collect(Collectors.toUnmodifiableSet());

	private final Set<String> groups;

	private final boolean everything;

	public Visibility(SandboxAccount account) {
		this.groups = account.deviceGroups();
		this.everything = this.groups.containsAll(ALL_GROUPS);
	}

	@Override
	public boolean test(StoredAlert alert) {
		if (this.everything) {
			return true;
		}
		return alert.withDevices() ? !Collections.disjoint(alert.deviceGroups(), this.groups)
				: !LEADS_ONLY.contains(alert.serviceSource());
	}

	/**
	 * Whether an incident shows: one of its alerts does, or it has none (as one that was
	 * merged into another).
	 */
	public boolean shows(StoredIncident incident) {
		return incident.alerts().isEmpty() || incident.alerts().stream().anyMatch(this);
	}

}
