package io.watchfloor.signin;

import java.net.URI;
import java.util.Set;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.util.StringUtils;

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

	private static final Set<Integer> USUAL_PORTS = Set.of(-1, 0, 443, 8080);

	private final boolean overTls;

	private final String name;

	/**
	 * Create the rules for the cookie.
	 * @param nodes whether this may be one of several nodes, which have the cookie in
	 * common and a port each
	 */
	SessionCookieInitializer(ServerProperties server, PublicAddress publicAddress, boolean nodes) {
		ForwardHeadersStrategy strategy = server.getForwardHeadersStrategy();
		boolean ownTls = server.getSsl() != null && server.getSsl().isEnabled();
		this.overTls = ownTls || publicAddress.isSecure()
				|| (strategy != null && strategy != ForwardHeadersStrategy.NONE);
		this.name = (this.overTls ? "__Host-" + NAME : NAME) + instance(server, publicAddress.url(), nodes);
	}

	/**
	 * Return what tells two instances on one host apart, since cookies know no ports and
	 * these no paths: the path of the address, or a port that is not usual. Machines that
	 * answer for the same public address have the same.
	 */
	private static String instance(ServerProperties server, @Nullable URI publicAddress, boolean nodes) {
		String path = (publicAddress != null) ? publicAddress.getPath() : server.getServlet().getContextPath();
		if (StringUtils.hasText(path)) {
			return path.replaceAll("[^A-Za-z0-9]+", "-");
		}
		Integer port = (publicAddress != null) ? Integer.valueOf(publicAddress.getPort()) : server.getPort();
		boolean own = publicAddress == null && nodes;
		return (port == null || own || USUAL_PORTS.contains(port)) ? "" : "-" + port;
	}

	@Override
	public void onStartup(ServletContext context) {
		SessionCookieConfig cookie = context.getSessionCookieConfig();
		cookie.setName(this.name);
		cookie.setSecure(this.overTls);
		cookie.setPath("/");
	}

}
