package io.watchfloor.signin.persistence;

import java.nio.file.Path;
import java.util.Objects;

import io.watchfloor.signin.encryption.SessionCipher;
import io.watchfloor.signin.encryption.SessionKeySettings;
import io.watchfloor.signin.encryption.SessionKeys;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Defines the beans that keep sessions in a file while Watchfloor is stopped.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnPersistentSessions.class)
class PersistentSessionConfiguration {

	@Bean
	SessionKeys sessionKeys(SessionKeySettings settings) {
		return SessionKeys.read(Objects.requireNonNull(settings.file()));
	}

	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> encryptedSessions(ServerProperties server,
			SessionKeys sessionKeys) {
		Session settings = server.getServlet().getSession();
		// Or Spring Boot would let Tomcat do it, at the port for monitoring too
		settings.setPersistent(false);
		return (tomcat) -> {
			Path folder = settings.getSessionStoreDirectory().getValidDirectory(true).toPath();
			SessionFile file = new SessionFile(folder.resolve("SESSIONS.ser"), new SessionCipher(sessionKeys));
			tomcat.addContextCustomizers((context) -> context.setManager(new EncryptedSessionManager(file)));
		};
	}

}
