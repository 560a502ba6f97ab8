package io.watchfloor.web.problem;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.api.IncidentApi;
import io.watchfloor.web.address.BadParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTests {

	static Stream<Arguments> failures() {
		return Stream.of(Arguments.of(SampleFailures.unauthorized(), 401, "sign in again"),
				Arguments.of(SampleFailures.forbidden(), 403, "does not let you see"),
				Arguments.of(SampleFailures.notFound(), 404, "No such incident"),
				Arguments.of(SampleFailures.throttled(2500), 429, "Too many calls"),
				Arguments.of(SampleFailures.rejected(), 502, "did not understand"),
				Arguments.of(SampleFailures.unavailable(), 503, "does not answer"),
				Arguments.of(SampleFailures.malformed(), 502, "cannot be read"));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void eachFailureOfTheApiHasItsStatusAndWords(DefenderException failure, int status, String title) {
		Problem problem = Problem.of(failure);
		assertThat(problem.status()).isEqualTo(status);
		assertThat(problem.title()).containsIgnoringCase(title);
		assertThat(problem.trackingId()).isEqualTo(failure.trackingId());
	}

	@Test
	void theTimeToWaitIsRoundedUpToWholeSeconds() {
		assertThat(Problem.of(SampleFailures.throttled(2500)).retryAfter()).isEqualTo(3);
		assertThat(Problem.of(SampleFailures.throttled(1)).retryAfter()).isEqualTo(1);
		assertThat(Problem.of(SampleFailures.throttled(60_000)).retryAfter()).isEqualTo(60);
		assertThat(Problem.of(SampleFailures.unavailable()).retryAfter()).isNull();
		assertThat(Problem.of(SampleFailures.throttled(2_400_000)).waitText()).isEqualTo("40 min");
		assertThat(Problem.of(SampleFailures.unavailable()).waitText()).isNull();
	}

	@Test
	void aRefusalNamesThePermissionsOfTheApiThatIncidentsAreReadFrom() {
		Problem problem = Problem.of(SampleFailures.forbidden());
		assertThat(problem.naming(new ApiAccess(IncidentApi.DEFENDER, Set.of("https://api.example/Incident.Read")))
			.meaning()).contains(" Incident.Read of the Defender API");
		assertThat(problem.naming(new ApiAccess(IncidentApi.GRAPH, Set.of("https://graph.example/Any"))).meaning())
			.contains("SecurityIncident.Read.All and SecurityAlert.Read.All of Microsoft Graph")
			.doesNotContain("{");
	}

	@Test
	void nothingOfAFailuresMessageIsTold() {
		assertThat(Problem.of(SampleFailures.rejected()).toString()).doesNotContain(SampleFailures.MESSAGE);
	}

	@ParameterizedTest
	@CsvSource({ "400,This request", "401,sign in again", "403,Not allowed", "404,no such page", "405,another way",
			"413,This request", "418,This request", "429,Too many calls", "500,wrong here", "501,wrong here",
			"502,cannot be read", "503,does not answer", "504,does not answer" })
	void everyStatusKeepsItsNumberAndHasWords(int status, String title) {
		Problem problem = Problem.of(status);
		assertThat(problem.status()).isEqualTo(status);
		assertThat(problem.title()).contains(title);
	}

	@ParameterizedTest
	@EnumSource(ProblemKind.class)
	void everyKindIsToldInWholeSentences(ProblemKind kind) {
		Problem problem = kind.problem();
		assertThat(List.of(problem.happened(), problem.meaning(), problem.remedy()))
			.allSatisfy((text) -> assertThat(text).matches("\\p{Lu}.*\\.").hasSizeLessThan(300));
		assertThat(problem.title()).matches("\\p{Lu}.*[^.]").hasSizeLessThan(50);
	}

	@Test
	void aBadParameterIsNamedWithWhatItTakes() {
		Problem problem = Problem.of(new BadParameterException("size", "25, 50, 100 or 200"));
		assertThat(problem.status()).isEqualTo(400);
		assertThat(problem.parameter()).isEqualTo("size");
		assertThat(problem.happened()).contains("“size”");
		assertThat(problem.meaning()).startsWith("It takes 25, 50, 100 or 200.");
	}

}
