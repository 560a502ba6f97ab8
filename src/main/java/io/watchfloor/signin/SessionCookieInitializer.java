package io.watchfloor.signin;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.servlet.ServletContextInitializer;

/**
 * Restricts the session cookie to this host and to https if Watchfloor is reached over
 * https: with TLS of its own or behind a proxy whose headers it trusts. The prefix
 * {@code __Host-} assures that nobody else, such as a neighbouring subdomain, set the
 * cookie. Without TLS, as on one's own machine, browsers refuse that prefix.
 *
 * @see <a href=
 * "https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.3">Cookies:
 * HTTP State Management Mechanism, section 4.1.3</a>
 */
final class SessionCookieInitializer implements ServletContextInitializer {

	private static final String NAME = "watchfloor";

	private final boolean overTls;

	SessionCookieInitializer(ServerProperties server) {
		ForwardHeadersStrategy strategy = server.getForwardHeadersStrategy();
		boolean ownTls = server.getSsl() != null && server.getSsl().isEnabled();
		this.overTls = ownTls || (strategy != null && strategy != ForwardHeadersStrategy.NONE);
	}

	@Override
	public void onStartup(ServletContext context) {
		SessionCookieConfig cookie = context.getSessionCookieConfig();
		cookie.setName(this.overTls ? "__Host-" + NAME : NAME);
		cookie.setSecure(this.overTls);
		cookie.setPath("/");
	}

}
