package io.watchfloor.web.frame;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Browser;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.WindowType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What pages tell of new high incidents: in their titles and pictures, and by notices of
 * the desktop.
 */
class NoticesBrowserTests extends SandboxTest {

	private static final String TOLD = "return JSON.stringify(window.told)";

	private static final String HIGH = "Human-operated ransomware";

	@RegisterExtension
	private final Browser browser = new Browser();

	@Test
	void aPageThatShowsNoQueueCountsNewHighIncidentsInItsTitleAndPictureUntilTheyAreSeen() {
		open("/incidents", "main.queue");
		String queue = this.browser.driver().getWindowHandle();
		this.browser.driver().switchTo().newWindow(WindowType.TAB);
		String token = this.browser.driver().getWindowHandle();
		this.browser.open(origin() + "/token");
		this.browser.find("main.token");
		assertThat(this.browser.driver().getTitle()).isEqualTo("Token check · Watchfloor");
		addHigh();
		this.browser.driver().switchTo().window(queue);
		this.browser.see("[data-offer] button");
		this.browser.driver().switchTo().window(token);
		this.browser.until(() -> "(1 new high) Token check · Watchfloor".equals(this.browser.driver().getTitle()));
		assertThat(picture()).matches(".*/icons/counted/1-[0-9a-f]{32}\\.svg");
		this.browser.driver().switchTo().window(queue);
		this.browser.see("[data-offer] button").click();
		this.browser.see("[data-news] button").click();
		this.browser.driver().switchTo().window(token);
		this.browser.until(() -> "Token check · Watchfloor".equals(this.browser.driver().getTitle()));
		assertThat(picture()).matches(".*/icons/favicon-[0-9a-f]{32}\\.svg");
		assertThat(this.browser.complaints(SANDBOX.origin())).isEmpty();
	}

	@Test
	void noticesAreAskedForByAButtonTellANumberOnceAndNamesOnlyIfWanted() {
		try (RunningWatchfloor application = RunningWatchfloor.with(SANDBOX.settings(), "--WATCHFLOOR_FRESHNESS=1s")) {
			SANDBOX.registerRedirect(application.origin() + "/login/oauth2/code/entra");
			tellOfHighs(application.origin());
		}
	}

	private void tellOfHighs(String origin) {
		open(origin, "/incidents?severity=Low", "main.queue");
		replaceNotifications();
		addHigh();
		this.browser.until(() -> this.browser.driver().getTitle().startsWith("(1 new high) "));
		assertThat(this.browser.run(TOLD)).isEqualTo("[]");
		assertThat(this.browser.run("return String(window.asked)")).isEqualTo("0");
		this.browser.find("details.account summary").click();
		this.browser.see("[data-notices] button").click();
		this.browser
			.until(() -> "true".equals(this.browser.find("[data-notices] button").getDomAttribute("aria-pressed")));
		assertThat(this.browser.run("return String(window.asked)")).isEqualTo("1");
		addHigh();
		this.browser.until(() -> this.browser.run(TOLD).contains("1 new high incident"));
		assertThat(this.browser.run(TOLD)).doesNotContain(HIGH);
		this.browser.see("[data-notices] input").click();
		this.browser.picture("notices");
		addHigh();
		this.browser.until(() -> this.browser.run(TOLD).contains(HIGH));
		assertThat(this.browser.run("return String(window.told.length)")).isEqualTo("2");
		tellInOneOfTwoTabs(origin);
		this.browser.driver().manage().deleteAllCookies();
		this.browser.run("document.dispatchEvent(new Event('visibilitychange'))");
		this.browser.see("main.ended");
		assertThat(this.browser.run(TOLD)).contains("Signed out of Watchfloor, not watching");
		assertThat(this.browser.complaints(SANDBOX.origin()))
			.allSatisfy((complaint) -> assertThat(complaint).contains("401"));
	}

	/**
	 * A second tab says nothing until the first is closed, and then says it in its place.
	 */
	private void tellInOneOfTwoTabs(String origin) {
		String first = this.browser.driver().getWindowHandle();
		this.browser.driver().switchTo().newWindow(WindowType.TAB);
		String second = this.browser.driver().getWindowHandle();
		this.browser.open(origin + "/incidents?severity=Low");
		this.browser.find("main.queue");
		replaceNotifications();
		this.browser.run("Notification.permission = 'granted'; window.dispatchEvent(new Event('storage'))");
		String title = this.browser.driver().getTitle();
		addHigh();
		this.browser.until(() -> !title.equals(this.browser.driver().getTitle()));
		this.browser.driver().switchTo().window(first);
		this.browser.until(() -> "3".equals(this.browser.run("return String(window.told.length)")));
		this.browser.driver().switchTo().window(second);
		assertThat(this.browser.run(TOLD)).isEqualTo("[]");
		this.browser.driver().switchTo().window(first).close();
		this.browser.driver().switchTo().window(second);
		addHigh();
		this.browser.until(() -> this.browser.run(TOLD).contains(HIGH));
		assertThat(this.browser.run("return String(window.told.length)")).isEqualTo("1");
	}

	@Test
	void whereTheBrowserDoesNotAllowNoticesTheMenuSaysSo() {
		open("/token", "main.token");
		this.browser.run("Notification.requestPermission = async () => 'denied'");
		this.browser.find("details.account summary").click();
		this.browser.see("[data-notices] button").click();
		this.browser.until(() -> this.browser.text("[data-notices] [role='status']").contains("does not allow"));
		assertThat(this.browser.find("[data-notices] button").getDomAttribute("aria-pressed")).isEqualTo("false");
	}

	private void open(String address, String content) {
		open(origin(), address, content);
	}

	private void open(String origin, String address, String content) {
		this.browser.signIn(origin + "/token", SandboxAccount.LEAD);
		this.browser.find("main.token");
		this.browser.open(origin + address);
		this.browser.find(content);
		this.browser.until(() -> this.browser.all("[data-reading]").isEmpty());
	}

	private static void addHigh() {
		defender()
			.add((incident) -> incident.put("severity", "High").put("status", "Active").put("incidentName", HIGH));
	}

	private String picture() {
		return this.browser.run("return document.querySelector(\"link[rel='icon']\").href");
	}

	/**
	 * Put a list in the place of the desktop, which a browser without a window has not.
	 */
	private void replaceNotifications() {
		this.browser.run("""
				window.told = [];
				window.asked = 0;
				window.Notification = class {
					static permission = "default";
					static async requestPermission() {
						window.asked++;
						return (this.permission = "granted");
					}
					constructor(title, options) {
						window.told.push(`${title}: ${options.body}`);
					}
				};
				""");
	}

}
