package io.watchfloor.web.dashboard;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Browser;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard and the wall on screens of different widths.
 */
class DashboardBrowserTests extends SandboxTest {

	private static final String COLUMNS = "return getComputedStyle(document.querySelector('.counters'))"
			+ ".gridTemplateColumns.split(' ').length";

	@RegisterExtension
	private final Browser browser = new Browser();

	@Test
	void asManyCountersStandSideBySideAsTheScreenHasRoomFor() {
		this.browser.signIn(origin() + "/incidents", SandboxAccount.LEAD);
		this.browser.find(".queue");
		assertThat(columns("/", 1440)).isEqualTo("6");
		assertThat(columns("/", 1000)).isEqualTo("3");
		assertThat(columns("/", 375)).isEqualTo("2");
		assertThat(columns("/?display=wall", 1440)).isEqualTo("6");
		assertThat(columns("/?display=wall", 1000)).isEqualTo("6");
		assertThat(columns("/?display=wall", 375)).isEqualTo("2");
	}

	private String columns(String page, int width) {
		this.browser.look("light", width);
		this.browser.open(origin() + page);
		this.browser.find(".counters");
		return this.browser.run(COLUMNS);
	}

}
