package io.watchfloor.web.triage;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Visitors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Without {@code WATCHFLOOR_TRIAGE} nobody writes anything.
 */
@PageTest
class TriageOffTests {

	private final MockMvcTester mvc;

	@Autowired
	TriageOffTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/incidents/7/triage", "/incidents/triage", "/incidents/triage/undo" })
	void thereIsNoAddressThatWrites(String address) {
		assertThat(this.mvc.post()
			.uri(address)
			.with(csrf())
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.param("id", "7")
			.param("assignedTo", "me")
			.exchange()).hasStatus(HttpStatus.NOT_FOUND);
	}

}
