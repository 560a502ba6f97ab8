package io.watchfloor.signin;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.servlet.ServletContextInitializer;

/**
 * Binds the session's cookie to this host and to https wherever people come by https:
 * where Watchfloor has TLS itself, or believes a proxy that has. Browsers take the prefix
 * {@code __Host-} as a promise that nobody else, a neighbouring subdomain for one, set
 * the cookie; without TLS, on one's own machine, they refuse it.
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
