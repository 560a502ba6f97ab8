package io.watchfloor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.sandbox.entra.EntraClient;
import io.watchfloor.sandbox.entra.EntraError;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.RawRequest;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever analysts do, no token, code, secret or cookie gets into the log, however much
 * is logged; and who they are stands in the audit log only.
 */
@IntegrationTest
class SecretsTests {

	private static final List<String> LINKS = List.of("state", "nonce", "logout_hint");

	@ParameterizedTest
	@EnumSource(value = EntraClient.class, names = { "SECRET", "CERTIFICATE" })
	void noSecretGetsIntoTheLog(EntraClient client) {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
				RunningWatchfloor application = RunningWatchfloor.with(sandbox.settings(client),
						"--logging.level.root=debug", "--logging.level.io.watchfloor=trace",
						"--logging.level.io.watchfloor.audit=info");
				Log log = Log.open()) {
			sandbox.registerRedirect(application.origin() + "/login/oauth2/code/entra");
			sandbox.registerRedirect(application.origin() + "/");
			Set<String> secrets = live(sandbox, application);
			assertThat(secrets).hasSizeGreaterThan(12);
			assertThat(log.lines()).isNotEmpty();
			for (Line line : log.lines()) {
				assertThat(secrets).as("secrets in a line of %s: %s", line.logger(), line.text())
					.noneMatch((secret) -> line.text().contains(secret));
				assertThat(line.text()).as("line of %s", line.logger()).doesNotContain("eyJ");
				if (!line.logger().equals("io.watchfloor.audit")) {
					assertThat(line.text()).as("line of %s", line.logger())
						.doesNotContain(SandboxAccount.LEAD.displayName(), SandboxAccount.LEAD.username());
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource(EntraClient.class)
	void nothingThatHoldsASecretTellsItWhenItIsPrinted(EntraClient client) {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
				RunningWatchfloor application = RunningWatchfloor.with(sandbox.settings(client))) {
			sandbox.registerRedirect(application.origin() + "/login/oauth2/code/entra");
			Visitor visitor = application.visitor();
			visitor.signIn(SandboxAccount.LEAD, "/token");
			visitor.open("/sign-in/other-account");
			Set<String> secrets = new HashSet<>(visitor.cookies());
			secrets.addAll(sandbox.entra().secrets());
			links(sandbox).forEach(secrets::add);
			secrets.add(SandboxAccount.LEAD.displayName());
			List<Object> held = new ArrayList<>(application.sessionAttributes());
			assertThat(held).hasSizeGreaterThan(5);
			held.addAll(application.ownBeans());
			for (Object object : held) {
				assertThat(secrets).as("secrets in the text of %s", object.getClass())
					.noneMatch((secret) -> object.toString().contains(secret));
				assertThat(object.toString()).as("text of %s", object.getClass()).doesNotContain("eyJ");
			}
		}
	}

	/**
	 * Sign in, sweep, be refused, refresh, be refused that, read, be challenged, sign
	 * out.
	 * @return every secret that was used or handed out on the way
	 */
	private static Set<String> live(Sandbox sandbox, RunningWatchfloor application) {
		Visitor visitor = application.visitor();
		DefenderControls defender = sandbox.bean(DefenderControls.class);
		sandbox.entra().accessTokenLifetime(Duration.ofSeconds(30));
		visitor.signIn(SandboxAccount.LEAD, "/token");
		Set<String> secrets = new HashSet<>(visitor.cookies());
		visitor.open("/incidents");
		sweep(visitor, application.origin());
		secrets.add("swept-secret");
		sandbox.entra().accessTokenLifetime(null);
		visitor.open("/incidents/924565");
		defender.fail(Fault.status(401).times(1));
		visitor.open("/incidents/924566");
		defender.fail(Fault.claimsChallenge("{\"access_token\":{\"acrs\":{\"value\":\"c1\"}}}").times(1));
		visitor.open("/incidents/924565");
		defender.fail(Fault.status(401).times(2));
		sandbox.entra().refuseRefresh(EntraError.REVOKED);
		visitor.open("/incidents/924566");
		secrets.addAll(visitor.cookies());
		sandbox.entra().refuseTokens(EntraError.SECRET);
		application.visitor().signIn(SandboxAccount.ANALYST, "/token");
		sandbox.entra().refuseTokens(null);
		application.visitor().open("/login/oauth2/code/entra?code=a-code-of-nobody&state=x");
		secrets.add("a-code-of-nobody");
		visitor.submit(visitor.open("/"), "/logout");
		secrets.addAll(visitor.cookies());
		secrets.addAll(sandbox.entra().secrets());
		links(sandbox).forEach(secrets::add);
		return secrets;
	}

	/**
	 * Sweep reports: one, one that is too long, and one in a form that cannot be read.
	 */
	private static void sweep(Visitor visitor, String origin) {
		String csrf = visitor.open("/sweep").html().select("input[name=_csrf]").val();
		assertThat(visitor.post("/sweep", Map.of("text", "swept-secret.com", "_csrf", csrf)).text())
			.contains("swept-secret[.]com");
		visitor.post("/sweep", Map.of("text", "swept-secret".repeat(100_000), "_csrf", csrf));
		String form = "text=swept-secret%zz&_csrf=" + csrf;
		RawRequest
			.of("POST", "/sweep", "Cookie: " + visitor.cookieHeader(),
					"Content-Type: application/x-www-form-urlencoded", "Content-Length: " + form.length())
			.with(form)
			.send(origin);
	}

	private static Stream<String> links(Sandbox sandbox) {
		return Stream.of(sandbox.entra().authorizeRequests(), sandbox.entra().logoutRequests())
			.flatMap(List::stream)
			.flatMap((request) -> LINKS.stream().map(request::parameter))
			.filter(Objects::nonNull)
			.map(String::valueOf);
	}

	/**
	 * What the application said.
	 *
	 * @param logger who said it
	 * @param text what, with the stack trace where there is one
	 */
	private record Line(String logger, String text) {
	}

	/**
	 * Every line of the log but those of the sandbox, which runs in the same JVM and
	 * listens on 127.0.0.1.
	 */
	private static final class Log extends AppenderBase<ILoggingEvent> implements AutoCloseable {

		private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

		private final List<Line> lines = new CopyOnWriteArrayList<>();

		static Log open() {
			Log log = new Log();
			log.setContext(log.root.getLoggerContext());
			log.start();
			log.root.detachAndStopAllAppenders();
			log.root.addAppender(log);
			return log;
		}

		List<Line> lines() {
			return List.copyOf(this.lines);
		}

		@Override
		protected void append(ILoggingEvent event) {
			if (event.getThreadName().contains("-127.0.0.1-")) {
				return;
			}
			StringBuilder text = new StringBuilder(event.getFormattedMessage()).append(event.getMDCPropertyMap());
			for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
				text.append(cause.getMessage());
			}
			this.lines.add(new Line(event.getLoggerName(), text.toString()));
		}

		@Override
		public void close() {
			this.root.detachAppender(this);
		}

	}

}
