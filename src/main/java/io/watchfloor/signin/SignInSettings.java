package io.watchfloor.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.watchfloor.http.SafeAddress;
import io.watchfloor.signin.credential.CertificateFile;
import io.watchfloor.signin.credential.SecretFile;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Settings of the app registration in Entra ID. Administrators set them by the names that
 * Azure's own tools use, which {@code application.yaml} maps to the properties here.
 *
 * @param tenantId {@code AZURE_TENANT_ID}, the directory (tenant) id, a GUID; required
 * @param clientId {@code AZURE_CLIENT_ID}, the application (client) id; required
 * @param clientSecret {@code AZURE_CLIENT_SECRET}, or {@code null}
 * @param clientSecretPath {@code AZURE_CLIENT_SECRET_PATH}, a file that holds the secret
 * instead, or {@code null}
 * @param certificatePath {@code AZURE_CLIENT_CERTIFICATE_PATH}, a PEM file holding
 * certificate and unencrypted private key, or {@code null}
 * @param authorityHost {@code AZURE_AUTHORITY_HOST}, which national clouds set
 * @param tokenReveal {@code WATCHFLOOR_TOKEN_REVEAL}, whether an analyst may copy their
 * own access token
 * @param sessionLimit {@code WATCHFLOOR_SESSION_LIMIT}, how long a session may last
 * before the analyst has to sign in again, however active
 */
@ConfigurationProperties("watchfloor.sign-in")
public record SignInSettings(@Nullable String tenantId, @Nullable String clientId, @Nullable String clientSecret,
		@Nullable Path clientSecretPath, @Nullable Path certificatePath,
		@DefaultValue("https://login.microsoftonline.com") URI authorityHost, boolean tokenReveal,
		@DefaultValue("10h") Duration sessionLimit) {

	private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	public SignInSettings {
		tenantId = StringUtils.hasText(tenantId) ? tenantId.strip().toLowerCase() : null;
		clientId = StringUtils.hasText(clientId) ? clientId.strip() : null;
		clientSecret = StringUtils.hasText(clientSecret) ? clientSecret.strip() : null;
		clientSecretPath = pathOrNull(clientSecretPath);
		certificatePath = pathOrNull(certificatePath);
	}

	/**
	 * Check that the settings are complete and do not contradict each other.
	 * @return these settings
	 * @throws SettingsException if not, with everything that is wrong
	 */
	SignInSettings checked() {
		List<String> problems = problems();
		if (!problems.isEmpty()) {
			throw new SettingsException(problems);
		}
		return this;
	}

	/**
	 * Return everything that is missing or wrong, with the place where the right value is
	 * found.
	 * @return the problems, none of which contains a secret
	 */
	public List<String> problems() {
		List<String> problems = new ArrayList<>();
		if (this.tenantId == null) {
			problems.add("AZURE_TENANT_ID is not set. Azure portal > Microsoft Entra ID > App registrations > "
					+ "your app > Overview > Directory (tenant) ID");
		}
		else if (!GUID.matcher(this.tenantId).matches()) {
			problems.add("AZURE_TENANT_ID is not a GUID. Watchfloor signs in the people of one tenant, named by its "
					+ "Directory (tenant) ID: not by a domain, and not by common, organizations or consumers");
		}
		if (this.clientId == null) {
			problems.add("AZURE_CLIENT_ID is not set. Azure portal > Microsoft Entra ID > App registrations > "
					+ "your app > Overview > Application (client) ID");
		}
		problems.addAll(credentialProblems());
		if (!SafeAddress.isSafe(this.authorityHost)) {
			problems.add("AZURE_AUTHORITY_HOST must be an https address such as https://login.microsoftonline.com");
		}
		return problems;
	}

	private List<String> credentialProblems() {
		Map<String, @Nullable Object> credentials = new LinkedHashMap<>();
		credentials.put("AZURE_CLIENT_SECRET", this.clientSecret);
		credentials.put("AZURE_CLIENT_SECRET_PATH", this.clientSecretPath);
		credentials.put("AZURE_CLIENT_CERTIFICATE_PATH", this.certificatePath);
		credentials.values().removeIf(Objects::isNull);
		if (credentials.size() > 1) {
			return List.of(String.join(" and ", credentials.keySet())
					+ " are set together. Keep one; a certificate is the safest");
		}
		if (this.clientSecret != null) {
			return SecretFile.problems(this.clientSecret, "AZURE_CLIENT_SECRET");
		}
		if (this.clientSecretPath != null) {
			return SecretFile.problems(this.clientSecretPath);
		}
		return (this.certificatePath != null) ? CertificateFile.problems(this.certificatePath) : List.of();
	}

	private static @Nullable Path pathOrNull(@Nullable Path path) {
		return (path != null && StringUtils.hasText(path.toString())) ? path : null;
	}

	/**
	 * Return the origin of the authority, to which sign-out redirects.
	 * @return scheme, host and port
	 */
	String authorityOrigin() {
		String port = (this.authorityHost.getPort() != -1) ? ":" + this.authorityHost.getPort() : "";
		return this.authorityHost.getScheme() + "://" + this.authorityHost.getHost() + port;
	}

	/**
	 * Return the address of one of the tenant's endpoints at the authority.
	 * @param path the path below the tenant, without a leading slash
	 * @return the absolute address
	 */
	String tenantEndpoint(String path) {
		return StringUtils.trimTrailingCharacter(this.authorityHost.toString(), '/') + "/" + this.tenantId + "/" + path;
	}

	@Override
	public String toString() {
		return "SignInSettings[tenantId=" + this.tenantId + ", clientId=" + this.clientId + "]";
	}

}
