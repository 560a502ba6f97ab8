package io.watchfloor.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.sandbox.entra.EntraClient;
import io.watchfloor.sandbox.entra.EntraControls;
import io.watchfloor.sandbox.entra.EntraTenant;

import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/**
 * A pretend tenant in a web server of its own on loopback: Entra ID, and beside it the
 * Defender API and Microsoft Graph, which serve the same incidents. It shares nothing
 * with the application but the JVM.
 */
public final class Sandbox implements AutoCloseable {

	private final AnnotationConfigServletWebServerApplicationContext context;

	private final EntraTenant tenant;

	private final String origin;

	private final Path certificate;

	private Sandbox(AnnotationConfigServletWebServerApplicationContext context, EntraTenant tenant, int port) {
		this.context = context;
		this.tenant = tenant;
		this.origin = "http://localhost:" + port;
		tenant.openAt(this.origin);
		this.certificate = writeCertificate(tenant);
	}

	/**
	 * Start a sandbox.
	 * @param options how
	 * @return the sandbox, listening
	 * @throws PortTakenException if something else listens on the port
	 */
	public static Sandbox start(SandboxOptions options) {
		EntraTenant tenant = new EntraTenant();
		options.redirectUris().forEach(tenant::register);
		AnnotationConfigServletWebServerApplicationContext context = new AnnotationConfigServletWebServerApplicationContext();
		context.registerBean(SandboxOptions.class, () -> options);
		context.registerBean(EntraTenant.class, () -> tenant);
		context.register(SandboxServer.class);
		try {
			context.refresh();
		}
		catch (RuntimeException ex) {
			context.close();
			if (hasCause(ex, PortInUseException.class)) {
				throw new PortTakenException(options.port(), ex);
			}
			throw ex;
		}
		WebServer server = Objects.requireNonNull(context.getWebServer());
		return new Sandbox(context, tenant, server.getPort());
	}

	private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

	private static Path writeCertificate(EntraTenant tenant) {
		try {
			Path file = Files.createTempFile("watchfloor-sandbox", ".pem");
			file.toFile().deleteOnExit();
			tenant.certificate().writeTo(file);
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where the sandbox listens: authority host, Defender API and Microsoft Graph in one.
	 * @return scheme, host and port
	 */
	public String origin() {
		return this.origin;
	}

	/**
	 * The tenant's id.
	 */
	public String tenantId() {
		return EntraTenant.ID;
	}

	/**
	 * The secret of {@link EntraClient#SECRET}.
	 */
	public String clientSecret() {
		return this.tenant.secret();
	}

	/**
	 * A PEM file with certificate and private key of {@link EntraClient#CERTIFICATE}.
	 */
	public Path clientCertificate() {
		return this.certificate;
	}

	/**
	 * Register an address for sign-in and sign-out.
	 * @param uri the address, to the letter
	 */
	public void registerRedirect(String uri) {
		this.tenant.register(uri);
	}

	/**
	 * What tests see of the pretend Entra, and the faults they can order.
	 */
	public EntraControls entra() {
		return this.context.getBean(EntraControls.class);
	}

	/**
	 * A bean of the sandbox's own context.
	 * @param <T> its type
	 * @param type its type
	 * @return the bean
	 */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * Watchfloor's settings for the client with a secret.
	 * @return values by the names they have in the environment
	 */
	public Map<String, String> settings() {
		return settings(EntraClient.SECRET);
	}

	/**
	 * Watchfloor's settings for a client, to read the API that
	 * {@link SandboxApi#chosen()} is.
	 * @param client which
	 * @return values by the names they have in the environment
	 */
	public Map<String, String> settings(EntraClient client) {
		return settings(client, SandboxApi.chosen());
	}

	/**
	 * Watchfloor's settings for the client with a secret and an API.
	 * @param api which API Watchfloor is to read
	 * @return values by the names they have in the environment
	 */
	public Map<String, String> settings(SandboxApi api) {
		return settings(EntraClient.SECRET, api);
	}

	/**
	 * Watchfloor's settings for a client and an API.
	 * @param client which client
	 * @param api which API Watchfloor is to read
	 * @return values by the names they have in the environment
	 */
	public Map<String, String> settings(EntraClient client, SandboxApi api) {
		Map<String, String> settings = new java.util.HashMap<>(Map.of("AZURE_TENANT_ID", tenantId(), "AZURE_CLIENT_ID",
				client.id(), "AZURE_AUTHORITY_HOST", this.origin));
		switch (api) {
			case DEFENDER -> settings.put("DEFENDER_API_URL", this.origin);
			case GRAPH -> {
				settings.put("WATCHFLOOR_SOURCE", "graph");
				settings.put("GRAPH_API_URL", this.origin);
			}
		}
		switch (client) {
			case SECRET -> settings.put("AZURE_CLIENT_SECRET", clientSecret());
			case CERTIFICATE -> settings.put("AZURE_CLIENT_CERTIFICATE_PATH", this.certificate.toString());
			case PUBLIC -> {
			}
		}
		return Map.copyOf(settings);
	}

	@Override
	public void close() {
		this.context.close();
		this.certificate.toFile().delete();
	}

	/**
	 * Something else listens on the sandbox's port.
	 */
	public static final class PortTakenException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		PortTakenException(int port, Throwable cause) {
			super("Port " + port
					+ " of the sandbox is taken. Choose another one by the environment variable SANDBOX_PORT.", cause);
		}

	}

}
