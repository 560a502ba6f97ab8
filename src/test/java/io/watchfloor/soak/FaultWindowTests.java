package io.watchfloor.soak;

import java.net.URI;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FaultWindowTests {

	private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

	/**
	 * The fault lasts from second 10 to second 20.
	 */
	@ParameterizedTest
	@CsvSource({ "HANG, 503, 8, 9, false", "HANG, 503, 9, 10, true", "HANG, 503, 20, 21, true",
			"HANG, 503, 52, 53, true", "HANG, 503, 53, 54, false", "HANG, 502, 12, 13, false",
			"TRUNCATED, 502, 40, 41, true", "TRUNCATED, 502, 41, 42, false", "TRUNCATED, 500, 12, 13, false",
			"NO_RETRY_AFTER, 429, 87, 88, true", "NO_RETRY_AFTER, 429, 88, 89, false", "TOKEN, 401, 12, 13, true",
			"TOKEN, 403, 12, 13, false", "TOKEN, 404, 12, 13, false", "TOKEN, 0, 12, 13, false" })
	void explainsAnErrorPageOfItsKindWhileItLastsAndInItsAftermath(FaultKind kind, int status, long asked,
			long answered, boolean explained) {
		FaultWindow window = new FaultWindow(kind, START.plusSeconds(10));
		window.end(START.plusSeconds(20), 1);
		assertThat(window.explains(answer(status, "", asked, answered))).isEqualTo(explained);
	}

	@Test
	void anUnavailablePageOfASignInIsNotExplainedByTheApi() {
		FaultWindow hang = new FaultWindow(FaultKind.HANG, START);
		FaultWindow entra = new FaultWindow(FaultKind.ENTRA_503, START);
		Answer page = answer(503, "<p class=\"message-code\">Sign-in failed</p>", 1, 2);
		assertThat(hang.explains(page)).isFalse();
		assertThat(entra.explains(page)).isTrue();
		assertThat(entra.explains(answer(503, "Defender does not answer", 1, 2))).isFalse();
	}

	@Test
	void aPageThatSessionsCannotBeReachedIsExplainedByRedisAlone() {
		Answer page = answer(503, "<h1>Sessions cannot be reached</h1>", 1, 2);
		assertThat(new FaultWindow(FaultKind.REDIS_FROZEN, START).explains(page)).isTrue();
		assertThat(new FaultWindow(FaultKind.HANG, START).explains(page)).isFalse();
		assertThat(new FaultWindow(FaultKind.NODE_RESTARTED, START).explains(page)).isFalse();
	}

	@Test
	void thatChangesAreNotKeptIsExplainedByARedisThatLostThemAlone() {
		Answer page = answer(404, "<h1>These changes are not kept any longer</h1>", 1, 2);
		assertThat(new FaultWindow(FaultKind.REDIS_RESTARTED, START).explains(page)).isTrue();
		assertThat(new FaultWindow(FaultKind.REDIS_FROZEN, START).explains(page)).isFalse();
		assertThat(new FaultWindow(FaultKind.REDIS_RESTARTED, START).explains(answer(404, "", 1, 2))).isFalse();
	}

	/**
	 * The fault lasts from second 10 to second 20.
	 */
	@ParameterizedTest
	@CsvSource({ "REDIS_RESTARTED, 5, 15, true", "REDIS_RESTARTED, 5, 9, false", "REDIS_RESTARTED, 88, 89, false",
			"REDIS_RESTARTED, 19, 600, true", "REVOKED, 12, 15, true", "REVOKED, 21, 22, false", "CLAIMS, 12, 15, true",
			"REDIS_FROZEN, 12, 15, false", "NODE_RESTARTED, 12, 15, false", "HANG, 12, 15, false" })
	void explainsASignInOfWhomItSignedOut(FaultKind kind, long seen, long at, boolean explained) {
		FaultWindow window = new FaultWindow(kind, START.plusSeconds(10));
		window.end(START.plusSeconds(20), 1);
		SignInAgain signIn = new SignInAgain("/token", START.plusSeconds(seen), START.plusSeconds(at));
		assertThat(window.explains(signIn)).isEqualTo(explained);
	}

	private static Answer answer(int status, String text, long asked, long answered) {
		return new Answer(URI.create("http://localhost/incidents"), status, "", "", text, START.plusSeconds(asked),
				START.plusSeconds(answered));
	}

}
