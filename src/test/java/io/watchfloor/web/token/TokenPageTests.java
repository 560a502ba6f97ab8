package io.watchfloor.web.token;

import java.util.List;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.signin.check.TokenCheck;
import io.watchfloor.signin.check.TokenCheck.ClaimCheck;
import io.watchfloor.signin.check.TokenCheck.Form;
import io.watchfloor.signin.check.TokenCheck.Verdict;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Pages;
import io.watchfloor.web.support.Visitors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest(TokenPageTests.SampleController.class)
@Import(TokenPageTests.SampleController.class)
class TokenPageTests {

	private final MockMvcTester mvc;

	@Autowired
	TokenPageTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Test
	void aGoodTokenIsToldClaimByClaim() {
		MvcTestResult page = this.mvc.get()
			.uri("/sample/token")
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange();
		Pages.keep("token", page);
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("No problem was found with this token", "for the Defender API", "Audience",
					"data-seconds-left=\"3140\"", "in 52 min")
			.doesNotContain("/token/reveal");
	}

	@Test
	void eachClaimIsToldByItsOwnNameToo() {
		MvcTestResult page = this.mvc.get()
			.uri("/sample/token")
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange();
		assertThat(page).bodyText()
			.contains("<code>aud</code>", "<code>scp</code>", "<code>tid</code>", "<code>upn</code>");
	}

	@Test
	void aBadTokenIsToldWithAdviceAndCanBeRevealedWhereThatIsAllowed() {
		MvcTestResult page = this.mvc.get()
			.uri("/sample/bad-token")
			.with(Visitors.signedIn(SandboxAccount.NO_PERMISSION))
			.exchange();
		Pages.keep("token-bad", page);
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("The API will refuse this token", "for you from Microsoft Graph", "Ask an administrator",
					"not in the token", "at an unknown time", "This token also permits writing: Incident.ReadWrite")
			.containsPattern("<form class=\"page-actions\" method=\"post\" action=\"/token/reveal\"[^>]*>"
					+ "<input type=\"hidden\" name=\"_csrf\"");
	}

	@ParameterizedTest
	@CsvSource({ "-1, expired", "59, in 0 min", "7199, in 119 min", "7200, in 2 h 0 min", "99000, in 27 h 30 min" })
	void theTimeThatIsLeftIsToldInHoursWhereItIsLong(long seconds, String expiry) {
		TokenCheck check = new TokenCheck(Form.OPAQUE, List.of(), seconds, List.of());
		assertThat(TokenPage.of(check, "Microsoft Graph", null, false).expiry()).isEqualTo(expiry);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			Incident.ReadWrite | -                  | WATCHFLOOR_TRIAGE is off
			Incident.ReadWrite | Incident.ReadWrite | uses Incident.ReadWrite for the changes
			Machine.Isolate    | Incident.ReadWrite | does not use that
			""")
	void aTokenThatPermitsWritingSaysWhetherThatIsUsed(String permission, @Nullable String used, String words) {
		TokenCheck check = new TokenCheck(Form.OPAQUE, List.of(), null, List.of(permission));
		assertThat(TokenPage.of(check, "Microsoft Graph", used, false).writing())
			.startsWith("This token also permits writing: " + permission)
			.contains(words);
		TokenCheck reading = new TokenCheck(Form.OPAQUE, List.of(), null, List.of());
		assertThat(TokenPage.of(reading, "Microsoft Graph", used, false).writing()).isNull();
	}

	@Controller
	static class SampleController {

		private static final String ID = "3f1c9a52-0000-4000-8000-0000000000aa";

		@GetMapping("/sample/token")
		String token(Model model) {
			model
				.addAttribute("token",
						TokenPage.of(
								new TokenCheck(Form.JWT,
										List.of(claim("Audience", "aud", "https://api.security.microsoft.com"),
												claim("Permission", "scp", "Incident.Read"), claim("Tenant", "tid", ID),
												new ClaimCheck("User", "upn", "ada.analyst@contoso.com",
														Verdict.UNKNOWN, null)),
										3140L, List.of()),
								"the Defender API", null, false));
			return "token/token";
		}

		@GetMapping("/sample/bad-token")
		String badToken(Model model) {
			model.addAttribute("token", TokenPage.of(new TokenCheck(Form.JWT,
					List.of(claim("Audience", "aud", "https://api.security.microsoft.com"),
							new ClaimCheck("Permission", "scp", "", Verdict.WRONG,
									"Ask an administrator to grant consent for Incident.Read, then sign in again.")),
					null, List.of("Incident.ReadWrite")), "Microsoft Graph", null, true));
			return "token/token";
		}

		private static ClaimCheck claim(String label, String name, String value) {
			return new ClaimCheck(label, name, value, Verdict.GOOD, null);
		}

	}

}
