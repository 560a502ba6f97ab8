package io.watchfloor.web.frame;

import java.time.Duration;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.SampleQueue;
import io.watchfloor.web.support.Visitors;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@Import(SampleQueue.class)
class FrameTests {

	private final MockMvcTester mvc;

	@Autowired
	FrameTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Test
	void signedOutThereIsASignInLinkAndNoMenu() {
		assertThat(this.mvc.get().uri("/")).hasStatusOk()
			.bodyText()
			.contains("href=\"/oauth2/authorization/entra\"")
			.contains("Incident.Read")
			.doesNotContain("/logout", "frame-nav");
	}

	@Test
	void stylesAndIconsCarryTheHashOfTheirContentAndScriptsTheirCommonVersion() {
		assertThat(this.mvc.get().uri("/")).bodyText()
			.containsPattern("href=\"/css/frame/app-[0-9a-f]{32}\\.css\"")
			.containsPattern("src=\"/js/[0-9a-f]{32}/frame/app\\.js\"")
			.containsPattern("href=\"/icons/shapes-[0-9a-f]{32}\\.svg#mark\"");
	}

	@Test
	void theAccountMenuNamesTheAnalystAndSignsOutByPost() {
		assertThat(this.mvc.get().uri("/").with(Visitors.signedIn(SandboxAccount.ANALYST))).hasStatusOk()
			.bodyText()
			.contains("Ada Analyst", "ada.analyst@contoso.com", "href=\"/token\"")
			.containsPattern("<form method=\"post\" action=\"/logout\"><input type=\"hidden\" name=\"_csrf\"");
	}

	@Test
	void theNavigationMarksThePageThatIsShown() {
		assertThat(this.mvc.get().uri("/").with(Visitors.signedIn(SandboxAccount.ANALYST))).bodyText()
			.containsOnlyOnce("aria-current=\"page\"")
			.contains("<a href=\"/\" aria-current=\"page\">Dashboard</a>");
	}

	@Test
	void theThemeFollowsTheSystemUnlessTheCookieSaysOtherwise() {
		assertThat(this.mvc.get().uri("/")).bodyText().doesNotContain("data-theme");
		assertThat(this.mvc.get().uri("/").cookie(new Cookie(Theme.COOKIE.name(), "dark"))).bodyText()
			.contains("data-theme=\"dark\"");
		assertThat(this.mvc.get().uri("/").cookie(new Cookie(Theme.COOKIE.name(), "\"><script>"))).bodyText()
			.doesNotContain("data-theme");
	}

	@Test
	void choosingAThemeRemembersItAndGoesBack() {
		assertThat(this.mvc.post()
			.uri("/theme")
			.param("theme", "dark")
			.param("back", "/incidents?severity=High&q=a%20b")
			.with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus(HttpStatus.SEE_OTHER)
			.hasHeader(HttpHeaders.LOCATION, "/incidents?severity=High&q=a%20b")
			.cookies()
			.hasValue(Theme.COOKIE.name(), "dark")
			.isHttpOnly(Theme.COOKIE.name(), true);
	}

	@Test
	void choosingTheSystemsThemeForgetsTheCookie() {
		assertThat(this.mvc.post()
			.uri("/theme")
			.param("theme", "system")
			.with(SecurityMockMvcRequestPostProcessors.csrf())).cookies().hasMaxAge(Theme.COOKIE.name(), Duration.ZERO);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)",
			"incidents", "", "/ \r\nX: y" })
	void goingBackNeverLeavesTheApplication(String back) {
		assertThat(this.mvc.post()
			.uri("/theme")
			.param("theme", "dark")
			.param("back", back)
			.with(SecurityMockMvcRequestPostProcessors.csrf())).hasHeader(HttpHeaders.LOCATION, "/");
	}

	@Test
	void choosingATimeZoneRemembersItAndUtcForgetsIt() {
		assertThat(this.mvc.post()
			.uri("/time-zone")
			.param("zone", "local")
			.param("back", "/incidents?q=a")
			.with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus(HttpStatus.SEE_OTHER)
			.hasHeader(HttpHeaders.LOCATION, "/incidents?q=a")
			.cookies()
			.hasValue(TimeZoneChoice.COOKIE.name(), "local")
			.isHttpOnly(TimeZoneChoice.COOKIE.name(), true);
		assertThat(this.mvc.post()
			.uri("/time-zone")
			.param("zone", "\"><script>")
			.with(SecurityMockMvcRequestPostProcessors.csrf())).cookies()
			.hasMaxAge(TimeZoneChoice.COOKIE.name(), Duration.ZERO);
	}

	@Test
	void aThemeCannotBeChosenFromAnotherSite() {
		assertThat(this.mvc.post().uri("/theme").param("theme", "dark")).hasStatus(HttpStatus.FORBIDDEN);
	}

}
