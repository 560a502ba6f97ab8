package io.watchfloor.signin;

import java.net.URI;

import jakarta.servlet.SessionCookieConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.mock.web.MockServletContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The name of the session's cookie: bound to the host over https, and another for each of
 * two instances on one host.
 */
class SessionCookieInitializerTests {

	@ParameterizedTest
	@CsvSource({ ", , , watchfloor", "8080, , , watchfloor", "8081, , , watchfloor-8081",
			"8082, /soc/a, , watchfloor-soc-a", ", , https://watchfloor.contoso.com, __Host-watchfloor",
			"8081, , https://watchfloor.contoso.com, __Host-watchfloor",
			"8081, , https://watchfloor.contoso.com:8443/, __Host-watchfloor-8443",
			", /soc, https://watchfloor.contoso.com/soc, __Host-watchfloor-soc", ", , http://localhost, watchfloor" })
	void tellsInstancesApart(@Nullable Integer port, @Nullable String path, @Nullable URI url, String name) {
		SessionCookieConfig cookie = cookie(port, path, url, false);
		assertThat(cookie.getName()).isEqualTo(name);
		assertThat(cookie.isSecure()).isEqualTo(name.startsWith("__Host-"));
		assertThat(cookie.getPath()).isEqualTo("/");
	}

	@ParameterizedTest
	@CsvSource({ "8081, , , watchfloor", "8082, , , watchfloor", "8081, /soc/a, , watchfloor-soc-a",
			"8081, , https://watchfloor.contoso.com:8443/, __Host-watchfloor-8443" })
	void isOneForNodesThatListenOnDifferentPorts(Integer port, @Nullable String path, @Nullable URI url, String name) {
		assertThat(cookie(port, path, url, true).getName()).isEqualTo(name);
	}

	private static SessionCookieConfig cookie(@Nullable Integer port, @Nullable String path, @Nullable URI url,
			boolean nodes) {
		ServerProperties server = new ServerProperties();
		server.setPort(port);
		server.getServlet().setContextPath(path);
		MockServletContext context = new MockServletContext();
		new SessionCookieInitializer(server, new PublicAddress(url), nodes).onStartup(context);
		return context.getSessionCookieConfig();
	}

}
