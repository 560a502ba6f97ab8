package io.watchfloor.signin.advice;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.signin.advice.SignInAdvice.Who;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.api.IncidentApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;

class SignInAdvisorTests {

	private static final String TENANT = "22222222-aaaa-4000-8000-000000000001";

	private static final String CLIENT = "33333333-aaaa-4000-8000-000000000001";

	private static final String TRACE = "0ea42ca8-7f3a-4a44-8ccd-7fd6b9c65e00";

	private static final String CORRELATION = "1d5dd3ca-2b0c-4d3a-b1a8-6a2f7f9b4c11";

	private static final String IDS = "Trace ID: " + TRACE + " Correlation ID: " + CORRELATION
			+ " Timestamp: 2026-11-23 10:15:00Z";

	private final SignInAdvisor advisor = advisor(
			new ApiAccess(IncidentApi.DEFENDER, Set.of("https://api.security.microsoft.com/Incident.Read")));

	private final SignInAdvisor graph = advisor(
			new ApiAccess(IncidentApi.GRAPH, Set.of("https://graph.microsoft.us/SecurityIncident.Read.All",
					"https://graph.microsoft.us/SecurityAlert.Read.All")));

	private final SignInAdvice general = this.advisor.advise(new OAuth2Error("nobody_knows"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ADMINISTRATOR | false | not registered          | 50011
			ADMINISTRATOR | false | No return address       | 500113 900971
			ADMINISTRATOR | false | not known in this org   | 700016
			ADMINISTRATOR | false | organization was not    | 90002
			ADMINISTRATOR | false | tenant is missing       | 50194
			ANALYST       | true  | does not belong         | 50020 50034 16000 51004
			ADMINISTRATOR | false | not assigned            | 50105
			ADMINISTRATOR | false | Consent is missing      | 65001
			ANALYST       | true  | You declined            | 65004
			ADMINISTRATOR | false | agree first             | 90094 90095
			ADMINISTRATOR | false | not available           | 650052
			ADMINISTRATOR | false | Defender API is not     | 500011
			ADMINISTRATOR | false | lacks a permission      | 650057 65005 650056
			ADMINISTRATOR | false | not valid               | 70011 28000 28002 28003 700022 700023
			ADMINISTRATOR | false | secret is wrong         | 7000215
			ADMINISTRATOR | false | secret has expired      | 7000222
			ADMINISTRATOR | false | certificate is missing  | 7000218
			ADMINISTRATOR | false | none is allowed         | 700025
			ADMINISTRATOR | false | certificate was not     | 700027 50012 50013
			ADMINISTRATOR | false | switched off            | 7000112 70001
			ANALYST       | true  | proof of identity       | 50076 50074 50072 50079 50078
			ANALYST       | true  | device may not          | 50097 50129 53000 53001
			ADMINISTRATOR | false | blocks this sign-in     | 53003 53002 50131 530032
			ADMINISTRATOR | false | Security defaults       | 530035
			ANALYST       | true  | Time to sign in again   | 70043
			ANALYST       | true  | has run out             | 700082 70008
			ANALYST       | true  | was ended               | 50173 50132 50133 50089
			ADMINISTRATOR | true  | has run out             | 700084
			ANALYST       | true  | used already            | 54005
			ANALYST       | true  | mixed up                | 501481 50147
			ADMINISTRATOR | true  | did not understand      | 9002313
			ADMINISTRATOR | true  | did not understand      | 900144 90014
			ADMINISTRATOR | false | wrong type              | 9002327 9002326
			NOBODY        | false | Too many                | 50196
			ADMINISTRATOR | true  | too long                | 90015
			NOBODY        | true  | is busy                 | 90033 90006 50033 90024 90055
			ANALYST       | true  | not signed in           | 50058
			""")
	void everyKnownNumberHasItsAdvice(Who who, boolean retry, String title, String numbers) {
		assertThat(numbers.split(" ")).allSatisfy((number) -> {
			SignInAdvice advice = this.advisor.advise(error("nobody_knows", "AADSTS" + number + ": Text. " + IDS));
			assertThat(advice.title()).contains(title);
			assertThat(advice.who()).isEqualTo(who);
			assertThat(advice.retry()).isEqualTo(retry);
			assertThat(advice.code()).isEqualTo("AADSTS" + number);
			assertComplete(advice);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			access_denied                   | ANALYST       | declined
			server_error                    | NOBODY        | busy
			temporarily_unavailable         | NOBODY        | busy
			invalid_client                  | ADMINISTRATOR | does not accept
			unauthorized_client             | ADMINISTRATOR | not known
			invalid_scope                   | ADMINISTRATOR | not valid
			invalid_resource                | ADMINISTRATOR | Defender API
			invalid_grant                   | ANALYST       | no longer valid
			interaction_required            | ANALYST       | proof of identity
			consent_required                | ADMINISTRATOR | Consent
			login_required                  | ANALYST       | not signed in
			authorization_request_not_found | ANALYST       | not known here
			incomplete_callback             | ANALYST       | part of signing in
			invalid_request                 | ADMINISTRATOR | refused the request
			invalid_state_parameter         | ANALYST       | mixed up
			invalid_id_token                | ADMINISTRATOR | verified
			invalid_nonce                   | ADMINISTRATOR | verified
			invalid_nonce_parameter         | ADMINISTRATOR | verified
			invalid_token_response          | ADMINISTRATOR | no sense
			invalid_user_info_response      | ADMINISTRATOR | profile
			nobody_knows                    | ADMINISTRATOR | failed
			""")
	void everyErrorWithoutANumberHasItsAdvice(String error, Who who, String title) {
		SignInAdvice advice = this.advisor.advise(new OAuth2Error(error));
		assertThat(advice.title()).contains(title);
		assertThat(advice.who()).isEqualTo(who);
		assertThat(advice.code()).isNull();
		assertComplete(advice);
	}

	@Test
	void anUnknownNumberKeepsTheAdviceOfItsErrorAndIsHandedOn() {
		SignInAdvice advice = this.advisor.advise(error("invalid_client", "AADSTS7999999: New. " + IDS));
		assertThat(advice.title()).contains("does not accept");
		assertThat(advice.code()).isEqualTo("AADSTS7999999");
		assertThat(advice.adminLink()).isEqualTo(URI.create("https://login.example.com/error?code=7999999"));
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "\r\n", "\\r\\n", "\n" })
	void idsAreFoundHoweverTheLinesAreJoined(String joint) {
		String text = "AADSTS65001: Nobody has consented. Send an interactive request." + joint + "Trace ID: " + TRACE
				+ joint + "Correlation ID: " + CORRELATION + joint + "Timestamp: 2026-11-23 10:15:00Z";
		assertIds(this.advisor.advise(error("invalid_grant", text)), "AADSTS65001");
	}

	@Test
	void aRefusedSecretIsReadFromTheBodyInTheCause() {
		String body = """
				{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. \
				Trace ID: %s Correlation ID: %s Timestamp: 2026-11-23 10:15:00Z","error_codes":[7000215],\
				"trace_id":"%s","correlation_id":"%s","timestamp":"2026-11-23 10:15:00Z"}
				""".formatted(TRACE, CORRELATION, TRACE, CORRELATION);
		assertIds(this.advisor.advise(signIn(refused(HttpStatus.UNAUTHORIZED, body))), "AADSTS7000215");
	}

	@Test
	void aRefusedSecretIsReadFromTheWrappersTextWhereThereIsNoCause() {
		String text = "An error occurred while attempting to retrieve the OAuth 2.0 Access Token Response: 401 : "
				+ "\"{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: Expired.\",\"trace_id\":\""
				+ TRACE + "\",\"correlation_id\":\"" + CORRELATION + "\",\"timestamp\":\"2026-11-23 10:15:00Z\"}\"";
		assertIds(this.advisor.advise(error("invalid_token_response", text)), "AADSTS7000222");
	}

	@ParameterizedTest
	@MethodSource
	void anAuthorityThatDoesNotAnswerPassesWithTime(RestClientException cause, String title) {
		SignInAdvice advice = this.advisor.advise(signIn(cause));
		assertThat(advice.title()).contains(title);
		assertThat(advice.who()).isEqualTo(Who.NOBODY);
		assertThat(advice.retry()).isTrue();
	}

	static Stream<Object[]> anAuthorityThatDoesNotAnswerPassesWithTime() {
		HttpHeaders none = HttpHeaders.EMPTY;
		return Stream.of(
				new Object[] { new ResourceAccessException("I/O error", new IOException("timed out")), "reached" },
				new Object[] { HttpServerErrorException.create(HttpStatus.SERVICE_UNAVAILABLE, "", none,
						"<html>".getBytes(StandardCharsets.UTF_8), null), "busy" },
				new Object[] { refused(HttpStatus.TOO_MANY_REQUESTS, ""), "busy" });
	}

	@Test
	void missingConsentLinksToTheConsentPageOfThisApp() {
		assertThat(this.advisor.advise(error("invalid_grant", "AADSTS65001: x")).adminLink())
			.isEqualTo(URI.create("https://login.example.com/" + TENANT + "/adminconsent?client_id=" + CLIENT));
	}

	@ParameterizedTest
	@MethodSource
	void nothingOfAHostileTextIsShown(String text) {
		SignInAdvice advice = this.advisor.advise(error("nobody_knows", text));
		assertThat(advice).isEqualTo(this.general);
	}

	static Stream<String> nothingOfAHostileTextIsShown() {
		return Stream.of("<script>alert(1)</script>", "AADSTS<b>65001</b>", "AADSTS65001234567: x", "XAADSTS65001",
				"AADSTS65001x", "Trace ID: <img src=x>", "Trace ID: " + TRACE + "-more", "Trace ID: ../../etc/passwd",
				"Correlation ID: javascript:alert(1)", "Timestamp: yesterday\u001b[2J", "\r\nSet-Cookie: a=b\r\n",
				"Timestamp: 2026-11-23 10:15:00Zz<br>", "a".repeat(1_000_000) + "AADSTS65001: x");
	}

	@Test
	void aHostileErrorCodeIsUnknown() {
		assertThat(this.advisor.advise(new OAuth2Error("<script>\u001b[2J"))).isEqualTo(this.general);
	}

	@Test
	void anyOtherExceptionGetsTheGeneralAdvice() {
		assertThat(this.advisor.advise(new IllegalStateException("secret"))).isEqualTo(this.general);
	}

	@ParameterizedTest
	@ValueSource(strings = { "AADSTS65001", "AADSTS650057", "AADSTS70011", "AADSTS500011", "AADSTS650052" })
	void adviceNamesThePermissionsOfTheApiThatIncidentsAreReadFrom(String code) {
		String defender = text(this.advisor.advise(error("nobody_knows", code + ": x")));
		assertThat(defender).doesNotContain("Graph", "GRAPH", "SecurityIncident");
		String graph = text(this.graph.advise(error("nobody_knows", code + ": x")));
		assertThat(graph).doesNotContain("Incident.Read ", "DEFENDER_", "Threat Protection", "Defender API");
		if (!"AADSTS650052".equals(code)) {
			assertThat(defender).contains("Incident.Read");
			assertThat(graph).contains("SecurityIncident.Read.All", "SecurityAlert.Read.All");
		}
	}

	@Test
	void missingConsentSaysWhoMayGrantIt() {
		assertThat(text(this.graph.advise(error("invalid_grant", "AADSTS65001: x")))).contains("Microsoft Graph",
				"Cloud Application Administrator");
	}

	@Test
	void everyRowOfMicrosoftGraphIsComplete() {
		for (String code : List.of("500011", "650057", "65005", "650056", "65001", "70011", "900144")) {
			assertComplete(this.graph.advise(error("nobody_knows", "AADSTS" + code + ": x")));
		}
		assertComplete(this.graph.advise(new OAuth2Error("invalid_resource")));
		assertComplete(this.graph.advise(new OAuth2Error("invalid_request")));
	}

	private static String text(SignInAdvice advice) {
		return advice.title() + " " + advice.happened() + " " + advice.meaning() + " "
				+ String.join(" ", advice.steps());
	}

	private static SignInAdvisor advisor(ApiAccess access) {
		return new SignInAdvisor(URI.create("https://login.example.com"), TENANT, CLIENT, access,
				"https://<host>/login/oauth2/code/entra");
	}

	private static void assertIds(SignInAdvice advice, String code) {
		assertThat(advice.code()).isEqualTo(code);
		assertThat(advice.traceId()).isEqualTo(TRACE);
		assertThat(advice.correlationId()).isEqualTo(CORRELATION);
		assertThat(advice.timestamp()).isEqualTo("2026-11-23 10:15:00Z");
	}

	private static void assertComplete(SignInAdvice advice) {
		assertThat(advice.steps()).isNotEmpty();
		assertThat(
				Stream.concat(Stream.of(advice.title(), advice.happened(), advice.meaning()), advice.steps().stream()))
			.allSatisfy((text) -> assertThat(text).isNotBlank().doesNotContain("{", "}"));
	}

	private static OAuth2AuthenticationException error(String error, String description) {
		return new OAuth2AuthenticationException(new OAuth2Error(error, description, null));
	}

	private static HttpClientErrorException refused(HttpStatus status, String body) {
		return HttpClientErrorException.create(status, "", HttpHeaders.EMPTY, body.getBytes(StandardCharsets.UTF_8),
				null);
	}

	private static OAuth2AuthenticationException signIn(RestClientException cause) {
		OAuth2Error error = new OAuth2Error("invalid_token_response", cause.getMessage(), null);
		return new OAuth2AuthenticationException(error, new OAuth2AuthorizationException(error, cause));
	}

}
