package io.watchfloor;

import java.lang.invoke.MethodType;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanInstantiationException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * Tells by which name administrators know a setting, and says in a sentence what is wrong
 * with its value. The value is left out: an address can contain a password.
 */
final class SettingNames {

	/**
	 * A reference such as {@code ${DEFENDER_TIMEOUT:30s}} in {@code application.yaml}, or
	 * to another property.
	 */
	private static final Pattern REFERENCE = Pattern.compile("\\$\\{([\\w.-]+)(?::([^}]*))?}");

	private static final Map<Class<?>, String> FORMS = Map.of(int.class, "a whole number", long.class, "a whole number",
			boolean.class, "true or false", Duration.class, "a time such as 30s, 5m or 10h", DataSize.class,
			"a size such as 500MB", URI.class, "an address such as https://host.example/path");

	private final Iterable<ConfigurationPropertySource> sources;

	SettingNames(Environment environment) {
		this.sources = ConfigurationPropertySources.get(environment);
	}

	/**
	 * Return the name by which a property was set, or can be set in the environment.
	 */
	String name(String property) {
		return name(ConfigurationPropertyName.of(property));
	}

	private String name(ConfigurationPropertyName property) {
		ConfigurationProperty found = find(property);
		if (found == null) {
			return property.toString();
		}
		Matcher reference = REFERENCE.matcher(String.valueOf(found.getValue()));
		if (reference.find()) {
			String name = reference.group(1);
			return name.contains(".") ? name(name) : name;
		}
		String asWritten = (found.getOrigin() instanceof PropertySourceOrigin origin) ? origin.getPropertyName() : null;
		return (asWritten != null) ? asWritten : property.toString();
	}

	/**
	 * Say what is wrong.
	 * @param failure the failure to read a setting
	 * @return a sentence without a full stop, and without Spring's own words
	 */
	String problem(BindException failure) {
		String ownWords = ownWords(failure);
		if (ownWords != null) {
			return ownWords;
		}
		Class<?> type = failure.getTarget().getType().resolve(Object.class);
		return name(failure.getName()) + " must be " + form(type) + defaultValue(failure.getName());
	}

	/**
	 * Return the message of a settings record that does not accept its values.
	 */
	private static @Nullable String ownWords(BindException failure) {
		for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof BeanInstantiationException refused
					&& refused.getBeanClass().getName().startsWith("io.watchfloor.")) {
				return refused.getMostSpecificCause().getMessage();
			}
		}
		return null;
	}

	private static String form(Class<?> type) {
		if (type.isEnum()) {
			return Arrays.stream(type.getEnumConstants())
				.map((value) -> value.toString().toLowerCase(Locale.ROOT))
				.collect(Collectors.joining(", ", "one of ", ""));
		}
		return FORMS.getOrDefault(MethodType.methodType(type).unwrap().returnType(), "of another form");
	}

	private String defaultValue(ConfigurationPropertyName property) {
		ConfigurationProperty found = find(property);
		Matcher reference = REFERENCE.matcher((found != null) ? String.valueOf(found.getValue()) : "");
		String value = reference.find() ? reference.group(2) : null;
		return (value == null || value.isEmpty()) ? "" : "; the default is " + value;
	}

	private @Nullable ConfigurationProperty find(ConfigurationPropertyName name) {
		for (ConfigurationPropertySource source : this.sources) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				return property;
			}
		}
		return null;
	}

}
