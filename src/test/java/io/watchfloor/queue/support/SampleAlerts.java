package io.watchfloor.queue.support;

import java.time.Instant;
import java.util.List;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that name devices and users and nothing else.
 */
public final class SampleAlerts {

	private SampleAlerts() {
	}

	/**
	 * Create an alert that names devices.
	 */
	public static Alert withDevices(Device... devices) {
		return alert(null, List.of(devices), List.of());
	}

	/**
	 * Create an alert that names a user.
	 */
	public static Alert withUser(String userPrincipalName) {
		return withEvidence(user(null, userPrincipalName, null, null));
	}

	/**
	 * Create an alert that names pieces of evidence.
	 */
	public static Alert withEvidence(Evidence... evidence) {
		return alert(null, List.of(), List.of(evidence));
	}

	/**
	 * Create an alert that was raised at a time and names devices.
	 */
	public static Alert raised(Instant created, Device... devices) {
		return alert(created, List.of(devices), List.of());
	}

	/**
	 * Create a mailbox.
	 */
	public static Evidence mailbox(String address, @Nullable String displayName) {
		return new Evidence("MailBox", null, null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, displayName, address, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, null, null);
	}

	/**
	 * Create a device.
	 */
	public static Device device(@Nullable String id, @Nullable String name) {
		return new Device(id, null, name, null, null, null, null, null, null, null, null, null, List.of(), null, null,
				null, List.of());
	}

	/**
	 * Create a user.
	 */
	public static Evidence user(@Nullable String id, @Nullable String userPrincipalName, @Nullable String account,
			@Nullable String domain) {
		return new Evidence("User", null, null, null, null, null, null, null, null, null, null, null, null, null, null,
				account, domain, null, id, userPrincipalName, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, null, null);
	}

	private static Alert alert(@Nullable Instant created, List<Device> devices, List<Evidence> evidence) {
		return new Alert(null, null, null, created, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, List.of(), devices, evidence);
	}

}
