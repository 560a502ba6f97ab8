package io.watchfloor.web.support;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.Analysts;

import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Who asks for a page.
 */
public final class Visitors {

	private Visitors() {
	}

	/**
	 * A request of a signed-in analyst.
	 */
	public static RequestPostProcessor signedIn(SandboxAccount account) {
		Analyst analyst = Analysts.of(account);
		return SecurityMockMvcRequestPostProcessors
			.authentication(new OAuth2AuthenticationToken(analyst, analyst.getAuthorities(), "entra"));
	}

}
