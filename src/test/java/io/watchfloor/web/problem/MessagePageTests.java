package io.watchfloor.web.problem;

import java.net.URI;
import java.util.List;

import io.watchfloor.signin.advice.SignInAdvice;
import io.watchfloor.signin.api.IncidentApi;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Pages;
import io.watchfloor.web.support.SampleQueue;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@Import({ MessagePageTests.SampleController.class, SampleQueue.class })
class MessagePageTests {

	private final MockMvcTester mvc;

	@Autowired
	MessagePageTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Test
	void aFailedSignInSaysWhoHasToDoWhatAndKeepsTheIds() {
		MvcTestResult page = this.mvc.get().uri("/sample/sign-in-failed").exchange();
		Pages.keep("sign-in-failed", page);
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("Nobody has allowed Watchfloor to read incidents yet", "An administrator.", "AADSTS65001",
					"href=\"/oauth2/authorization/entra\"")
			.contains("&lt;b&gt;")
			.doesNotContain("<b>");
	}

	@Test
	void theLandingPageIsKeptToBeLookedAt() {
		MvcTestResult page = this.mvc.get().uri("/").exchange();
		Pages.keep("landing", page);
		assertThat(page).hasStatusOk();
	}

	@Test
	void theLandingPageNamesEveryPermissionThatIsAskedFor() {
		MvcTestResult page = this.mvc.get().uri("/sample/landing").exchange();
		Pages.keep("landing-graph", page);
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("Two permissions",
					"<code>SecurityIncident.Read.All</code> and <code>SecurityAlert.Read.All</code>");
	}

	@Controller
	static class SampleController {

		private static final String ID = "3f1c9a52-0000-4000-8000-0000000000aa";

		@GetMapping("/sample/landing")
		String landing(Model model) {
			model.addAttribute("permissions", IncidentApi.GRAPH.permissions());
			return "dashboard/landing";
		}

		@GetMapping("/sample/sign-in-failed")
		String signInFailed(Model model) {
			model.addAttribute("advice", new SignInAdvice("Nobody has allowed Watchfloor to read incidents yet",
					"Microsoft signed you in, but did not give Watchfloor a token for <b>Defender</b>.",
					"Nobody of your organisation can use Watchfloor until an administrator grants consent.",
					SignInAdvice.Who.ADMINISTRATOR,
					List.of("Open the app registration in the Microsoft Entra admin centre.",
							"Under API permissions, check that Incident.Read of Microsoft Threat Protection is listed.",
							"Choose “Grant admin consent”, then ask people to sign in again."),
					"AADSTS65001", ID, ID, "2026-11-23 11:20:05Z", true,
					URI.create("https://login.microsoftonline.com/common/adminconsent")));
			return "problem/sign-in-failed";
		}

	}

}
