package io.watchfloor.defender.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource.HeldPart;
import io.watchfloor.defender.IncidentSource.Page;
import io.watchfloor.defender.IncidentSource.PageRequest;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SampleBudget;
import io.watchfloor.defender.SourceDetail;
import io.watchfloor.defender.Urgency;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reads from a tenant that is as strict as Microsoft Graph: each call without the header
 * for new words, with {@code $skip}, for more than 50 incidents or with {@code $expand}
 * on a list would fail.
 */
class GraphApiTests {

	private static final Instant NOW = GraphTenant.NOW;

	private final GraphTenant tenant = new GraphTenant();

	private final MutableClock clock = new MutableClock(NOW);

	private final GraphApi api = this.tenant.api(SampleBudget.ofAllCalls(100_000, 1_000_000, this.clock), this.clock);

	@Test
	void theFirstRowsComeAfterTwoCallsWithTheirAlerts() {
		fill(300, 3);
		WalkReader reader = new WalkReader(this.api);
		Page page = reader.next(Urgency.FIRST);
		assertThat(this.tenant.requests).containsExactly("v1.0/security/incidents?$top=50",
				"v1.0/security/alerts_v2?$top=200");
		assertThat(page.size()).isGreaterThanOrEqualTo(45);
		assertThat(page.more()).isTrue();
		assertThat(reader.read.values()).allSatisfy((incident) -> assertThat(incident.alerts()).hasSize(3));
	}

	@Test
	void everyIncidentComesWithAllItsAlertsForLittleMoreThanACallForEachPage() {
		fill(1_000, 3);
		assertThat(new WalkReader(this.api).all().read.values()).hasSize(1_000)
			.allSatisfy((incident) -> assertThat(incident.alerts()).hasSize(3))
			.allSatisfy((incident) -> assertThat(incident.supplement().alertsMissing()).isFalse());
		// 20 pages of incidents and 15 of alerts at least
		assertThat(this.tenant.requests).hasSizeLessThan(60);
	}

	@Test
	void alertsComeInTheirOrderHoweverTheyWereRead() {
		this.tenant.incident(1, NOW.minusSeconds(600));
		this.tenant.incident(2, NOW.minusSeconds(500));
		this.tenant.incident(3, NOW.minus(Duration.ofDays(40)));
		for (long id = 1; id <= 3; id++) {
			for (String name : List.of("c", "a", "b")) {
				this.tenant.alert(id + name, id, NOW.minusSeconds(name.charAt(0)));
			}
		}
		WalkReader reader = new WalkReader(this.api).all();
		LongStream.rangeClosed(1, 3)
			.forEach((id) -> assertThat(reader.read.get(id)).isEqualTo(this.api.get(id, new ReaderId())));
	}

	@Test
	void anIncidentWithAnAlertThatIsMuchOlderIsReadAlone() {
		fill(300, 2);
		this.tenant.alert("old", 290, NOW.minus(Duration.ofDays(1)));
		assertThat(ids(new WalkReader(this.api).all(), 290)).contains("old");
	}

	@Test
	void anIncidentWhoseAlertsWaitTooLongIsReadAlone() {
		fill(300, 2);
		for (int alert = 0; alert <= WaitingAlerts.MOST; alert++) {
			this.tenant.alert("new " + alert, 5, NOW.minusSeconds(alert));
		}
		assertThat(ids(new WalkReader(this.api).all(), 5)).hasSize(WaitingAlerts.MOST + 3);
	}

	@Test
	void anIncidentThatChangesWhileItIsWaitedForIsReadAlone() {
		fill(300, 2);
		WalkReader reader = new WalkReader(this.api);
		reader.next(Urgency.FIRST);
		this.clock.advance(Duration.ofMinutes(10));
		this.tenant.alert("meanwhile", 5, this.clock.instant());
		assertThat(ids(reader.all(), 5)).contains("meanwhile");
	}

	@Test
	void incidentsFarApartAreReadAloneRatherThanAllAlertsBetweenThem() {
		fill(3_000, 1);
		for (long id = 1; id <= 3_000; id++) {
			this.tenant.set(id, "status", (id % 500 == 0) ? "inProgress" : "resolved");
		}
		List<Incident> read = new ArrayList<>();
		this.api.list(new PageRequest(null, null, "InProgress", 0, 50, priority(Urgency.FURTHER)), read::add);
		assertThat(read).hasSize(6).allSatisfy((incident) -> assertThat(incident.alerts()).hasSize(1));
		assertThat(this.tenant.requests).hasSizeLessThanOrEqualTo(9);
	}

	@Test
	void fewChangesCostACallForTheListAndOneForEach() {
		fill(300, 2);
		this.tenant.set(7, "lastUpdateDateTime", NOW.toString());
		List<Incident> read = new ArrayList<>();
		this.api.list(new PageRequest(NOW.minusSeconds(30), null, null, 0, 50, priority(Urgency.POLL)), read::add);
		assertThat(read).singleElement().satisfies((incident) -> assertThat(incident.alerts()).hasSize(2));
		assertThat(this.tenant.requests).containsExactly(
				"v1.0/security/incidents?$top=50&$filter=lastUpdateDateTime ge 2026-11-23T11:59:30.0000000Z",
				"v1.0/security/incidents/7?$expand=alerts");
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MAX_VALUE, 1 })
	void moreIncidentsThanAPageThatWereCreatedAtOneTimeAreAllRead(int tokenLife) {
		this.tenant.tokenLife = tokenLife;
		fill(10, 1);
		for (long id = 1_000; id < 1_180; id++) {
			this.tenant.incident(id, NOW.minus(Duration.ofDays(20)));
			this.tenant.alert("of " + id, id, NOW.minus(Duration.ofDays(20)));
		}
		assertThat(new WalkReader(this.api).all().read.values()).hasSize(190)
			.allSatisfy((incident) -> assertThat(incident.alerts()).hasSize(1));
	}

	@Test
	void aNextLinkElsewhereIsNotFollowed() {
		this.tenant.linkOrigin = "https://evil.example";
		for (long id = 1; id <= 120; id++) {
			this.tenant.incident(id, NOW.minusSeconds(60));
		}
		assertThatExceptionOfType(DefenderException.Malformed.class).isThrownBy(() -> new WalkReader(this.api).all());
		assertThat(this.tenant.requests).noneMatch((request) -> request.contains("evil"));
	}

	@Test
	void aPageOfAlertsThatCannotBeSentIsHalved() {
		fill(300, 3);
		this.tenant.status = (request) -> request.matches(".*alerts_v2\\?\\$top=(100|200).*") ? 500 : 200;
		assertThat(new WalkReader(this.api).all().read.values()).hasSize(300)
			.allSatisfy((incident) -> assertThat(incident.alerts()).hasSize(3));
	}

	@Test
	void anIncidentWhoseAlertsCannotBeSentIsShownWithoutThemAndSaysSo() {
		fill(3, 2);
		this.tenant.status = (request) -> request.contains("alerts_v2") || request.contains("incidents/2?$expand") ? 500
				: 200;
		WalkReader reader = new WalkReader(this.api);
		for (int attempt = 0; attempt < 5; attempt++) {
			try {
				reader.all();
			}
			catch (DefenderException.Unavailable ex) {
				// Five failures in a row are taken for an outage
				this.clock.advance(Duration.ofMinutes(1));
			}
		}
		assertThat(Objects.requireNonNull(reader.read.get(2L))).satisfies((incident) -> {
			assertThat(incident.alerts()).isEmpty();
			assertThat(incident.supplement().alertsMissing()).isTrue();
		});
		assertThat(Objects.requireNonNull(reader.read.get(1L)).alerts()).hasSize(2);
	}

	@Test
	void anOpenedIncidentComesWithItsAlertsAndWithoutThemWhereTheyCannotBeSent() {
		fill(3, 2);
		assertThat(this.api.get(2, new ReaderId()).alerts()).hasSize(2);
		this.tenant.status = (request) -> request.contains("$expand") ? 500 : 200;
		Incident without = this.api.get(2, new ReaderId());
		assertThat(without.name()).isEqualTo("Incident 2");
		assertThat(without.supplement().alertsMissing()).isTrue();
		this.tenant.status = (request) -> 403;
		assertThatExceptionOfType(DefenderException.Forbidden.class).isThrownBy(() -> this.api.get(2, new ReaderId()))
			.satisfies((failure) -> assertThat(failure.trackingId()).isEqualTo("b1946ac9-2492-4d23-8447-1a1b2c3d4e5f"))
			.withMessageContaining("Microsoft Graph answered 403");
	}

	@Test
	void anOpenedIncidentOfWhichSomethingIsMissingSaysSo() {
		fill(3, 2);
		this.tenant.status = (request) -> 206;
		assertThat(this.api.get(2, new ReaderId()).supplement().alertsMissing()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "incidents?", "alerts_v2" })
	void aPageOfWhichSomethingIsMissingIsAPageAndSaysSo(String list) {
		fill(30, 1);
		this.tenant.status = (request) -> request.contains(list) ? 206 : 200;
		WalkReader reader = new WalkReader(this.api);
		assertThat(reader.next(Urgency.FIRST).partial()).isTrue();
		assertThat(reader.read).isNotEmpty();
	}

	@Test
	void aPartIsConfirmedByItsNumberWithoutBeingListed() {
		fill(100, 0);
		Instant oldest = created(41);
		HeldPart held = part(59, oldest, false);
		Instant confirmed = this.api.confirm(held, (incident) -> {
		});
		assertThat(confirmed).isBetween(oldest, oldest.plusMillis(1));
		assertThat(this.tenant.requests).containsExactly("v1.0/security/incidents?$top=1&$filter=createdDateTime le "
				+ "2026-11-23T12:00:00.0000000Z and createdDateTime ge " + GraphCalls.time(oldest) + "&$count=true");
		this.tenant.remove(50);
		assertThat(this.api.confirm(held, (incident) -> {
		})).isNull();
	}

	@Test
	void theLastPartIsConfirmedOnlyIfNothingIsOlder() {
		fill(100, 0);
		assertThat(this.api.confirm(part(99, created(1), true), (incident) -> {
		})).isNotNull();
		assertThat(this.api.confirm(part(59, created(41), true), (incident) -> {
		})).isNull();
	}

	@Test
	void nothingIsConfirmedWhereTheNumberIsNotTold() {
		fill(100, 0);
		this.tenant.counts = false;
		assertThat(this.api.confirm(part(59, created(41), false), (incident) -> {
		})).isNull();
	}

	@Test
	void aPageWithoutAlertsCostsOneCallAndSaysSo() {
		fill(100, 2);
		List<Incident> read = new ArrayList<>();
		this.api.list(new PageRequest(null, null, null, 0, 50, priority(Urgency.SWEEP)).withoutAlerts(), read::add);
		assertThat(this.tenant.requests).hasSize(1);
		assertThat(read).hasSize(50)
			.allSatisfy((incident) -> assertThat(incident.supplement().alertsMissing()).isTrue());
	}

	@Test
	void aPageEndsWhereTheCallBudgetDoes() {
		fill(3_000, 1);
		for (long id = 1; id <= 3_000; id++) {
			this.tenant.set(id, "status", (id % 500 == 0) ? "inProgress" : "resolved");
		}
		GraphApi few = this.tenant.api(SampleBudget.ofAllCalls(4, 240, this.clock), this.clock);
		List<Incident> read = new ArrayList<>();
		PageRequest request = new PageRequest(null, null, "InProgress", 0, 50, priority(Urgency.FIRST));
		Page page = few.list(request, read::add);
		assertThat(page.more()).isTrue();
		assertThat(read).hasSize(page.size()).hasSizeBetween(1, 3);
	}

	@Test
	void tellsWhatItGives() {
		assertThat(SourceDetail.values()).filteredOn(this.api::gives).containsExactly(SourceDetail.SUPPLEMENT);
		assertThat(this.api.largestPage()).isEqualTo(50);
	}

	/**
	 * Save incidents of the last days, an hour apart, the newest with the largest number,
	 * each with some alerts.
	 */
	private void fill(int incidents, int alerts) {
		for (long id = 1; id <= incidents; id++) {
			Instant created = NOW.minus(Duration.ofHours(incidents + 1 - id));
			this.tenant.incident(id, created);
			for (int alert = 0; alert < alerts; alert++) {
				this.tenant.alert(id + "." + alert, id, created.minusSeconds(60).plus(Duration.ofMinutes(20L * alert)));
			}
		}
	}

	private static Instant created(int id) {
		return NOW.minus(Duration.ofHours(101 - id));
	}

	private static HeldPart part(int before, Instant oldest, boolean end) {
		return new HeldPart(new PageRequest(null, NOW, null, before, 2, priority(Urgency.SWEEP)), 1, oldest, end);
	}

	private static CallPriority priority(Urgency urgency) {
		return new CallPriority(new ReaderId(), urgency);
	}

	private static List<String> ids(WalkReader reader, long incident) {
		return Objects.requireNonNull(reader.read.get(incident))
			.alerts()
			.stream()
			.map(Alert::id)
			.map(Objects::requireNonNull)
			.toList();
	}

}
