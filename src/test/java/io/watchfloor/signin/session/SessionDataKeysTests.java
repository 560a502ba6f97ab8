package io.watchfloor.signin.session;

import java.util.ArrayList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpSession;
import io.watchfloor.support.MutableClock;
import jakarta.servlet.http.HttpSessionEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionDataKeysTests {

	private final List<Object> ended = new ArrayList<>();

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final SessionDataKeys keys = new SessionDataKeys(this.ended::add, this.clock);

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private String adas;

	@BeforeEach
	void adaSignsIn() {
		signIn("tenant:ada");
		this.adas = this.keys.of(this.request);
	}

	@AfterEach
	void nobodyIsSignedIn() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void whatNobodyUsesForLongerThanASessionLastsEndsAlthoughNobodyTells() {
		session().setMaxInactiveInterval(1800);
		this.keys.of(this.request);
		MockHttpServletRequest other = new MockHttpServletRequest();
		Objects.requireNonNull(other.getSession()).setMaxInactiveInterval(1800);
		this.clock.advance(Duration.ofMinutes(20));
		this.keys.of(other);
		assertThat(this.ended).isEmpty();
		this.clock.advance(Duration.ofMinutes(12));
		this.keys.of(other);
		assertThat(this.ended).as("another node may have been asked")
			.containsExactly(new SessionDataEnded(this.adas, false));
	}

	@Test
	void theKeyIsGivenUpBeforeTheSessionEnds() {
		this.keys.end(session());
		assertThat(this.ended).containsExactly(new SessionDataEnded(this.adas, true));
		this.keys.sessionDestroyed(new HttpSessionEvent(session()));
		assertThat(this.ended).hasSize(1);
	}

	@Test
	void theKeyStaysWhenTheSameAnalystSignsInAgainAlthoughTheSessionsIdChanges() {
		String id = session().getId();
		signIn("tenant:ada");
		assertThat(session().getId()).isNotEqualTo(id);
		assertThat(this.keys.of(this.request)).isEqualTo(this.adas);
		assertThat(this.ended).isEmpty();
	}

	@Test
	void anotherAnalystGetsAnotherKeyAndTheDataOfTheFirstEnds() {
		signIn("tenant:lee");
		assertThat(this.keys.of(this.request)).isNotEqualTo(this.adas);
		assertThat(this.ended).containsExactly(new SessionDataEnded(this.adas, true));
	}

	@Test
	void aKeyThatWasGivenUpNeverComesBack() {
		signIn("tenant:lee");
		signIn("tenant:ada");
		assertThat(this.keys.of(this.request)).isNotEqualTo(this.adas);
	}

	@Test
	void aRequestOfTheFirstAnalystThatIsStillUnderWayGetsNoKey() {
		signIn("tenant:lee");
		authenticate("tenant:ada");
		assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
			.isThrownBy(() -> this.keys.of(this.request));
	}

	@Test
	void theDataEndsWithTheSession() {
		this.keys.sessionDestroyed(new HttpSessionEvent(session()));
		assertThat(this.ended).containsExactly(new SessionDataEnded(this.adas, true));
	}

	@Test
	void aSessionThatIsOverHasNoKey() {
		HttpSession over = session();
		over.invalidate();
		MockHttpServletRequest late = new MockHttpServletRequest() {

			@Override
			public HttpSession getSession() {
				return over;
			}

		};
		assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
			.isThrownBy(() -> this.keys.of(late));
	}

	@Test
	void twoSessionsOfOneAnalystHaveTwoKeys() {
		assertThat(this.keys.of(new MockHttpServletRequest())).isNotEqualTo(this.adas);
	}

	private void signIn(String analyst) {
		session();
		this.request.changeSessionId();
		authenticate(analyst);
		this.keys.signedIn(session(), analyst);
	}

	private static void authenticate(String analyst) {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(analyst, ""));
	}

	private HttpSession session() {
		return this.request.getSession();
	}

}
