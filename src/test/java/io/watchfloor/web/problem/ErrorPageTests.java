package io.watchfloor.web.problem;

import io.watchfloor.defender.SampleFailures;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Pages;
import io.watchfloor.web.support.Visitors;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.GetMapping;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest(ErrorPageController.class)
@Import(ErrorPageTests.FailingController.class)
class ErrorPageTests {

	private final MockMvcTester mvc;

	@Autowired
	ErrorPageTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Test
	void aFailureOfTheApiIsToldWithItsTrackingIdAndNothingElseOfIt() {
		assertThat(this.mvc.get().uri("/forbidden").with(Visitors.signedIn(SandboxAccount.NO_PERMISSION)))
			.hasStatus(HttpStatus.FORBIDDEN)
			.bodyText()
			.contains("Defender does not let you see this", SampleFailures.TRACKING_ID, "Nora Noscope",
					"href=\"/token\"", "Use another account")
			.doesNotContain(SampleFailures.MESSAGE, "Start page");
	}

	@Test
	void aThrottledPageSaysWhenToComeBack() {
		assertThat(this.mvc.get().uri("/throttled?q=a+b")).hasStatus(HttpStatus.TOO_MANY_REQUESTS)
			.hasHeader(HttpHeaders.RETRY_AFTER, "30")
			.bodyText()
			.contains("In <span>30 s</span>", "href=\"/throttled?q=a+b\"");
	}

	@Test
	void aBadParameterIsNamed() {
		assertThat(this.mvc.get().uri("/bad-parameter")).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("The parameter “size”");
	}

	@Test
	void exceptionsOfSpringSecurityReachTheFilterChain() {
		assertThat(this.mvc.get().uri("/sign-in-needed")).hasFailed()
			.failure()
			.hasRootCauseInstanceOf(ClientAuthorizationRequiredException.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 405, 429, 500, 502, 503 })
	void everyErrorOfTheContainerHasAPage(int status) throws Exception {
		assertThat(this.mvc.get().uri("/error").with(failedWith(status, "/incidents", "q=<x>"))).hasStatus(status)
			.hasContentTypeCompatibleWith(MediaType.TEXT_HTML)
			.bodyText()
			.contains("Error " + status, "What to do")
			.doesNotContain("<x>");
		Pages.keep("error-" + status,
				this.mvc.get().uri("/error").with(failedWith(status, "/incidents", "")).exchange());
	}

	@Test
	void thePageOfAnErrorIsNoViewOfTheNavigation() {
		assertThat(this.mvc.get()
			.uri("/error")
			.with(Visitors.signedIn(SandboxAccount.LEAD))
			.with(failedWith(400, "/incidents", "page=0"))).bodyText()
			.contains("frame-nav")
			.doesNotContain("aria-current");
	}

	@Test
	void aServerErrorHasAReferenceAndNoStackTrace() {
		assertThat(this.mvc.get().uri("/error").with(failedWith(500, "/incidents", ""))).bodyText()
			.containsPattern("<span class=\"id\">[0-9a-f-]{36}</span>")
			.doesNotContain("IllegalStateException", "secret");
	}

	@Test
	void aProgramGetsTheSameWordsAsJson() {
		assertThat(this.mvc.get().uri("/forbidden").accept(MediaType.APPLICATION_JSON)).hasStatus(HttpStatus.FORBIDDEN)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
			.bodyJson()
			.hasPathSatisfying("$.trackingId", (id) -> assertThat(id).isEqualTo(SampleFailures.TRACKING_ID))
			.hasPathSatisfying("$.title", (title) -> assertThat(title).isEqualTo("Defender does not let you see this"))
			.doesNotHavePath("$.next")
			.doesNotHavePath("$.frame");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html,application/xhtml+xml,*/*;q=0.8", "*/*", "text/csv", "nonsense", "" })
	void everybodyElseGetsThePage(String accept) {
		assertThat(this.mvc.get().uri("/forbidden").header(HttpHeaders.ACCEPT, accept))
			.hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
	}

	@Test
	void openingTheErrorAddressItselfFindsNothing() {
		assertThat(this.mvc.get().uri("/error")).hasStatus(HttpStatus.NOT_FOUND);
	}

	private static RequestPostProcessor failedWith(int status, String path, String query) {
		return (request) -> {
			request.setDispatcherType(DispatcherType.ERROR);
			request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
			request.setAttribute(RequestDispatcher.ERROR_METHOD, "GET");
			request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
			request.setAttribute(RequestDispatcher.ERROR_QUERY_STRING, query);
			request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret"));
			request.setAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE, IllegalStateException.class);
			return request;
		};
	}

	@Controller
	static class FailingController {

		@GetMapping("/forbidden")
		String forbidden() {
			throw SampleFailures.forbidden();
		}

		@GetMapping("/throttled")
		String throttled() {
			throw SampleFailures.throttled(30_000);
		}

		@GetMapping("/bad-parameter")
		String badParameter() {
			throw new BadParameterException("size", "25, 50, 100 or 200");
		}

		@GetMapping("/sign-in-needed")
		String signInNeeded() {
			throw new ClientAuthorizationRequiredException("entra");
		}

	}

}
