package io.watchfloor;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of each kind of wrong setting, by the names that they have in the
 * environment.
 */
class SettingsCheckTests {

	private static final Map<String, String> REQUIRED = Map.of("AZURE_TENANT_ID",
			"0a1b2c3d-0000-4000-8000-00000000000a", "AZURE_CLIENT_ID", "client");

	@Test
	void everyClassThatHoldsSettingsIsFoundByItsName() {
		assertThat(SettingsCheck.ownTypes()).isNotEmpty()
			.containsExactlyInAnyOrderElementsOf(SettingsCheck.ownTypes("**/*.class"));
	}

	@Test
	void takesTheDefaults() {
		assertThat(problems(Map.of())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"DEFENDER_CALLS_PER_MINUTE | abc | DEFENDER_CALLS_PER_MINUTE must be a whole number; the default is 50",
			"DEFENDER_CALLS_PER_HOUR | 1e3 | DEFENDER_CALLS_PER_HOUR must be a whole number; the default is 1500",
			"DEFENDER_CALLS_PER_HOUR | 99999999999 | DEFENDER_CALLS_PER_HOUR must be a whole number; the default is 1500",
			"DEFENDER_TIMEOUT | soon | DEFENDER_TIMEOUT must be a time such as 30s, 5m or 10h; the default is 30s",
			"WATCHFLOOR_SESSION_LIMIT | 10 hours | WATCHFLOOR_SESSION_LIMIT must be a time such as 30s, 5m or 10h; the default is 10h",
			"WATCHFLOOR_TOKEN_REVEAL | maybe | WATCHFLOOR_TOKEN_REVEAL must be true or false; the default is false",
			"WATCHFLOOR_TRIAGE | yes | WATCHFLOOR_TRIAGE must be one of true, false",
			"WATCHFLOOR_QUEUE_LIMIT | much | WATCHFLOOR_QUEUE_LIMIT must be a size such as 500MB",
			"AZURE_AUTHORITY_HOST | https://[x | AZURE_AUTHORITY_HOST must be an address such as https://host.example/path; the default is https://login.microsoftonline.com",
			"DEFENDER_API_URL | ftp://api.example | DEFENDER_API_URL must be an https address such as https://api.security.microsoft.com",
			"WATCHFLOOR_SHIFTS | 6am;2pm | WATCHFLOOR_SHIFTS must be the times of the day at which shifts begin, with commas between them; the default is 06:00,14:00,22:00",
			"WATCHFLOOR_SHIFTS | 06:00,24:30 | WATCHFLOOR_SHIFTS must be the times of the day at which shifts begin, with commas between them; the default is 06:00,14:00,22:00",
			"WATCHFLOOR_TIME_ZONE | Berlin | WATCHFLOOR_TIME_ZONE must be the name of a time zone such as Europe/Berlin or America/New_York; the default is UTC",
			"WATCHFLOOR_SOURCE | sentinel | WATCHFLOOR_SOURCE must be one of defender, graph",
			"SERVER_PORT | http | SERVER_PORT must be a whole number",
			"SERVER_PORT | 65536 | SERVER_PORT must be a port, which is a number up to 65535",
			"MANAGEMENT_SERVER_PORT | 65536 | MANAGEMENT_SERVER_PORT must be a port, which is a number up to 65535",
			"SERVER_SERVLET_SESSION_PERSISTENT | maybe | SERVER_SERVLET_SESSION_PERSISTENT must be true or false",
			"SERVER_SERVLET_SESSION_PERSISTENT | yes | SERVER_SERVLET_SESSION_PERSISTENT is on without WATCHFLOOR_SESSION_KEY_FILE: sessions are written to a file encrypted only. Make a key with: openssl rand -base64 32 > session.key",
			"SERVER_TOMCAT_THREADS_MAX | many | SERVER_TOMCAT_THREADS_MAX must be a whole number",
			"SERVER_FORWARD_HEADERS_STRATEGY | natve | SERVER_FORWARD_HEADERS_STRATEGY must be one of native, framework, none" })
	void saysWhatIsWrongWithAValueAndNotWhatSpringSays(String name, String value, String problem) {
		assertThat(problems(Map.of(name, value))).containsExactly(problem);
	}

	@Test
	void saysAllThatIsWrongAtOnce() {
		assertThat(problems(Map.of("AZURE_CLIENT_ID", "", "DEFENDER_TIMEOUT", "soon", "DEFENDER_CALLS_PER_HOUR", "abc",
				"WATCHFLOOR_FRESHNESS", "0s", "SERVER_PORT", "x")))
			.hasSize(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "DEFENDER_TIMEOUT", "WATCHFLOOR_SESSION_LIMIT", "WATCHFLOOR_QUEUE_LIMIT",
			"WATCHFLOOR_FRESHNESS", "WATCHFLOOR_SOURCE", "GRAPH_API_SCOPES", "WATCHFLOOR_SHIFTS",
			"WATCHFLOOR_TIME_ZONE", "WATCHFLOOR_TRIAGE", "AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PATH" })
	void takesAnEmptyValueAsNone(String name) {
		assertThat(problems(Map.of(name, ""))).isEmpty();
	}

	@Test
	void refusesASourceThatContradictsOtherSettings() {
		assertThat(problems(Map.of("WATCHFLOOR_SOURCE", "graph"))).isEmpty();
		assertThat(problems(
				Map.of("WATCHFLOOR_SOURCE", "Graph", "AZURE_AUTHORITY_HOST", "https://login.microsoftonline.us")))
			.singleElement()
			.asString()
			.contains("GRAPH_API_URL and AZURE_AUTHORITY_HOST", "https://graph.microsoft.us");
		assertThat(problems(Map.of("DEFENDER_API_SCOPE", "https://graph.microsoft.com/SecurityIncident.Read.All")))
			.singleElement()
			.asString()
			.contains("DEFENDER_API_SCOPE", "WATCHFLOOR_SOURCE=graph");
	}

	@Test
	void tellsASecretsIdFromItsValue() {
		String id = "0a1b2c3d-1111-4000-8000-00000000000a";
		assertThat(problems(Map.of("AZURE_CLIENT_SECRET", id))).singleElement()
			.asString()
			.contains("AZURE_CLIENT_SECRET", "the secret's ID", "Value")
			.doesNotContain(id);
		assertThat(problems(Map.of("AZURE_CLIENT_SECRET", "Abc8Q~0a1b2c3d-1111-4000-8000"))).isEmpty();
	}

	private static List<String> problems(Map<String, String> settings) {
		Map<String, Object> variables = new HashMap<>(REQUIRED);
		variables.putAll(settings);
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().forEach((source) -> environment.getPropertySources().remove(source.getName()));
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					variables));
		try {
			new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"))
				.stream()
				.limit(1)
				.forEach(environment.getPropertySources()::addLast);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		ConfigurationPropertySources.attach(environment);
		return SettingsCheck.problems(environment);
	}

}
