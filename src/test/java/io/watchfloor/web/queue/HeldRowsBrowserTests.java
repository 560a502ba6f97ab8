package io.watchfloor.web.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Browser;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An open page of the queue under somebody who reads it, asking for news every second.
 */
@TestPropertySource(properties = "WATCHFLOOR_FRESHNESS=1s")
class HeldRowsBrowserTests extends SandboxTest {

	private static final String ROWS = "tbody th > a";

	@RegisterExtension
	private final Browser browser = new Browser();

	@AfterEach
	void nothingWasComplainedOf() {
		assertThat(this.browser.complaints(SANDBOX.origin())).isEmpty();
	}

	@Test
	void rowsStayWhereTheyAreAndWhatIsNewIsOffered() {
		open("/incidents?size=25");
		this.browser.press("j", "j", "j");
		List<String> before = rows();
		String focused = focusedRow();
		String place = placeOf(focused);
		int total = total();
		long fresh = defender().add((incident) -> incident.put("severity", "High"));
		this.browser.until(() -> this.browser.text("[data-offer] span").equals("1 new"));
		assertThat(rows()).isEqualTo(before);
		assertThat(placeOf(focused)).isEqualTo(place);
		assertThat(focusedRow()).isEqualTo(focused);
		assertThat(total()).isEqualTo(total + 1);
		assertThat(this.browser.driver().getTitle()).startsWith("(1 new high) ");
		assertThat(this.browser.run("return document.querySelector('[data-said]').textContent")).contains("1 new");
		this.browser.picture("queue-offer");
		this.browser.press(".");
		this.browser.until(() -> rows().contains("incident-" + fresh));
		assertThat(focusedRow()).isEqualTo(focused);
		assertThat(this.browser.find("[data-offer]").isDisplayed()).isFalse();
		assertThat(rows().subList(1, 25)).isEqualTo(before.subList(0, 24));
	}

	@Test
	void whatChangedIsUpdatedAndMarkedWhereItStands() {
		open("/incidents?size=25");
		List<String> before = rows();
		String row = before.get(7);
		defender().assign(id(row), "somebody.else@contoso.com");
		this.browser.until(() -> this.browser.text("#" + row + " .col-assignee").startsWith("somebody.else"));
		assertThat(rows()).isEqualTo(before);
		assertThat(this.browser.all("#" + row + " .col-assignee[data-changed]")).hasSize(1);
		assertThat(this.browser.all("#" + row + " .col-updated[data-changed]")).hasSize(1);
		assertThat(this.browser.all("#" + row + " .col-severity[data-changed]")).isEmpty();
		this.browser.until(() -> this.browser.text("#" + row + " .news").equals("Changed"));
		assertThat(this.browser.text("[data-offer] span")).isEqualTo("Order changed");
		this.browser.picture("queue-changed");
		this.browser.find("[data-news] button").click();
		this.browser.until(() -> this.browser.all("[data-changed]").isEmpty());
		this.browser.find("[data-offer] button").click();
		this.browser.until(() -> rows().get(0).equals(row));
	}

	@Test
	void whatNoLongerMatchesStaysAndSaysSo() {
		open("/incidents?status=Active&size=25&range=180d");
		List<String> before = rows();
		String row = before.get(3);
		defender().resolve(id(row), "TruePositive", "Phishing");
		this.browser.until(() -> this.browser.text("#" + row + " .col-status").equals("Resolved"));
		assertThat(rows()).isEqualTo(before);
		assertThat(this.browser.text("#" + row + " th")).contains("No longer in this view");
		assertThat(this.browser.text("[data-offer] span")).contains("1 no longer matches");
		this.browser.picture("queue-left");
		this.browser.look("dark", 375);
		assertThat(this.browser.overflow()).isZero();
		this.browser.picture("queue-left-375-dark");
		this.browser.look("light", 1440);
		this.browser.find("[data-offer] button").click();
		this.browser.until(() -> !rows().contains(row));
		assertThat(this.browser.find("[data-offer]").isDisplayed()).isFalse();
	}

	@Test
	void whatTheAnalystMaySeeNoLongerIsNotHeld() {
		open("/incidents?size=25");
		this.browser.press("j");
		List<String> before = rows();
		defender().remove(id(before.get(0)));
		this.browser.until(() -> !rows().contains(before.get(0)));
		assertThat(this.browser.run("return document.documentElement.outerHTML")).doesNotContain(before.get(0));
		assertThat(rows()).isEqualTo(before.subList(1, 25));
		assertThat(focusedRow()).isEqualTo(before.get(1));
	}

	@Test
	void whileTheRangeIsReadRowsFillInUntilTheAnalystIsAtThem() {
		Instant now = Instant.now();
		for (int i = 0; i < 600; i++) {
			String time = now.minus(Duration.ofHours(i)).toString();
			defender().add((incident) -> incident.put("createdTime", time).put("lastUpdateTime", time));
		}
		this.browser.signIn(origin() + "/incidents?range=180d&sort=created&size=25", SandboxAccount.LEAD);
		String first = rows().get(0);
		this.browser.until(() -> !rows().get(0).equals(first));
		this.browser.press("j");
		List<String> touched = rows();
		this.browser.until(() -> this.browser.all("[data-reading]").isEmpty());
		assertThat(rows()).isEqualTo(touched);
		assertThat(this.browser.text("[data-offer] span")).matches("[0-9]+ more.*");
	}

	private void open(String address) {
		this.browser.signIn(origin() + address, SandboxAccount.LEAD);
		this.browser.find(ROWS);
		this.browser.until(() -> this.browser.all("[data-reading]").isEmpty());
	}

	private List<String> rows() {
		return List.of(this.browser
			.run("return [...document.querySelectorAll('[data-rows] tbody tr')].map(({ id }) => id).join(' ')")
			.split(" "));
	}

	private String focusedRow() {
		return this.browser.run("return document.activeElement.closest('tr')?.id");
	}

	private String placeOf(String row) {
		return this.browser.run("return document.getElementById(arguments[0]).getBoundingClientRect().top", row);
	}

	private int total() {
		return Integer.parseInt(this.browser.text(".page-head p").replaceAll(" .*|,", ""));
	}

	private static long id(String row) {
		return Long.parseLong(row.replace("incident-", ""));
	}

}
