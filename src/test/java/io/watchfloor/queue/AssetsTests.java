package io.watchfloor.queue;

import java.time.Instant;
import java.util.List;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.support.SampleAlerts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is one device, one user, one mailbox.
 */
class AssetsTests {

	@Test
	void oneIdUnderTwoNamesIsOneDeviceThatIsCalledByTheLongerName() {
		Alert alert = SampleAlerts.withDevices(device("1", "ws-042.corp.contoso.com"), device("1", "WS-042"));
		Assets assets = Assets.of(List.of(alert));
		assertThat(assets.devices()).containsExactly(new Asset("1", List.of("ws-042.corp.contoso.com", "WS-042")));
		IncidentSummary summary = summary(alert);
		assertThat(summary.devices()).containsExactly("ws-042.corp.contoso.com");
		assertThat(summary.assets()).isEqualTo(1);
		assertThat(summary.hasAnyAsset(List.of("ws-042"))).isTrue();
		assertThat(summary.hasAnyAsset(List.of("1"))).isTrue();
		assertThat(summary.text().contains("ws-042\n")).isFalse();
	}

	@Test
	void aRenamedDeviceIsCalledAsInTheNewestAlert() {
		Alert before = raised("2026-11-20T00:00:00Z", device("1", "desktop-4711"));
		Alert after = raised("2026-11-21T00:00:00Z", device("1", "ws-042"));
		assertThat(Assets.of(List.of(after, before)).devices())
			.containsExactly(new Asset("1", List.of("ws-042", "desktop-4711")));
		assertThat(summary(after, before).text().toString()).contains("ws-042", "desktop-4711");
	}

	@Test
	void twoIdsOfOneNameAreTwoDevices() {
		Alert alert = SampleAlerts.withDevices(device("1", "localhost"), device("2", "LOCALHOST"));
		assertThat(Assets.of(List.of(alert)).devices()).hasSize(2);
		assertThat(summary(alert).assets()).isEqualTo(2);
	}

	@Test
	void aNameWithoutAnIdIsTheOneDeviceThatHasIt() {
		Alert alert = SampleAlerts.withDevices(device(null, "WS-042"), device("1", "ws-042"), device(null, "ws-7"),
				device("2", null), device(null, null));
		Assets assets = Assets.of(List.of(alert));
		assertThat(assets.devices()).extracting(Asset::name).containsExactly("WS-042", "ws-7", "2");
		assertThat(assets.of(alert.devices().get(0))).isEqualTo(assets.of(alert.devices().get(1)));
		assertThat(assets.of(alert.devices().get(4))).isNull();
	}

	@Test
	void aUserIsKnownByIdThenByUserPrincipalNameThenByAccount() {
		Evidence full = SampleAlerts.user("a1", "ada@contoso.com", "ada", "CONTOSO");
		Evidence byName = SampleAlerts.user(null, "ADA@contoso.com", null, null);
		Evidence byAccount = SampleAlerts.user(null, null, "Ada", "contoso");
		Evidence another = SampleAlerts.user(null, null, "ada", "FABRIKAM");
		Assets assets = Assets.of(List.of(SampleAlerts.withEvidence(byAccount, byName, full, another)));
		assertThat(assets.users()).extracting(Asset::name).containsExactly("ADA@contoso.com", "FABRIKAM\\ada");
		assertThat(assets.users().get(0).names()).contains("contoso\\Ada", "Ada");
	}

	@Test
	void twoMailboxesOfOneDisplayNameStayTwo() {
		Assets assets = Assets
			.of(List.of(SampleAlerts.withEvidence(SampleAlerts.mailbox("info@contoso.com", "Info Desk"),
					SampleAlerts.mailbox("info@fabrikam.com", "Info Desk"),
					SampleAlerts.mailbox("INFO@contoso.com", null))));
		assertThat(assets.mailboxes()).extracting(Asset::name).containsExactly("info@contoso.com", "info@fabrikam.com");
	}

	private static Device device(@Nullable String id, @Nullable String name) {
		return SampleAlerts.device(id, name);
	}

	private static Alert raised(String time, Device... devices) {
		return SampleAlerts.raised(Instant.parse(time), devices);
	}

	private static IncidentSummary summary(Alert... alerts) {
		return IncidentSummary.of(new Incident(1, null, null, null, null, null, null, null, null, null, null, List.of(),
				List.of(), List.of(alerts), null));
	}

}
