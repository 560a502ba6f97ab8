package io.watchfloor;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.redis.RedisSettings;
import io.watchfloor.signin.SettingsException;
import io.watchfloor.signin.SignInSettings;
import io.watchfloor.signin.api.ApiSettings;
import io.watchfloor.signin.encryption.SessionKeySettings;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Checks Watchfloor's settings, and Spring Boot's own for the web server, before anything
 * is started or logged: all that are wrong are reported together, and nothing else.
 */
final class SettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	private static final List<Class<?>> WEB_SERVER = List.of(ServerProperties.class, TomcatServerProperties.class,
			ManagementServerProperties.class);

	/**
	 * The names of the classes that hold settings. Finding them by reading all classes
	 * took 33 of the 495 CPU samples of a start.
	 */
	private static final List<String> NAMES = List.of("*Settings", "PublicAddress");

	private static final int LARGEST_PORT = 65_535;

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		List<String> problems = problems(event.getEnvironment());
		if (!problems.isEmpty()) {
			throw new SettingsException(problems);
		}
	}

	static List<String> problems(ConfigurableEnvironment environment) {
		Binder binder = Binder.get(environment);
		SettingNames names = new SettingNames(environment);
		List<String> problems = new ArrayList<>();
		List<Class<?>> types = new ArrayList<>(WEB_SERVER);
		types.addAll(ownTypes());
		for (Class<?> type : types) {
			int before = problems.size();
			for (RecordComponent setting : components(type)) {
				bind(binder, prefix(type) + "." + DataObjectPropertyName.toDashedForm(setting.getName()),
						ResolvableType.forType(setting.getGenericType()), names, problems);
			}
			if (problems.size() == before) {
				check(bind(binder, prefix(type), ResolvableType.forClass(type), names, problems), names, problems);
			}
		}
		// Rooms may read the same setting, each for itself
		return problems.stream().distinct().toList();
	}

	private static @Nullable Object bind(Binder binder, String property, ResolvableType type, SettingNames names,
			List<String> problems) {
		try {
			return binder.bind(property, Bindable.of(type)).orElse(null);
		}
		catch (BindException ex) {
			problems.add(names.problem(ex));
			return null;
		}
	}

	private static void check(@Nullable Object settings, SettingNames names, List<String> problems) {
		if (settings instanceof SignInSettings signIn) {
			problems.addAll(signIn.problems());
		}
		else if (settings instanceof ApiSettings api) {
			problems.addAll(api.problems());
		}
		else if (settings instanceof RedisSettings redis) {
			problems.addAll(redis.problems());
		}
		else if (settings instanceof SessionKeySettings sessionKey) {
			problems.addAll(sessionKey.problems());
		}
		else if (settings instanceof ServerProperties server) {
			checkPort("server.port", server.getPort(), names, problems);
		}
		else if (settings instanceof ManagementServerProperties server) {
			checkPort("management.server.port", server.getPort(), names, problems);
		}
	}

	private static void checkPort(String property, @Nullable Integer port, SettingNames names, List<String> problems) {
		if (port != null && port > LARGEST_PORT) {
			problems.add(names.name(property) + " must be a port, which is a number up to " + LARGEST_PORT);
		}
	}

	private static RecordComponent[] components(Class<?> type) {
		return type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
	}

	static List<Class<?>> ownTypes() {
		return NAMES.stream().flatMap((name) -> ownTypes("**/" + name + ".class").stream()).toList();
	}

	/**
	 * The classes of Watchfloor that hold settings.
	 * @param files which class files to read
	 */
	static List<Class<?>> ownTypes(String files) {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		scanner.setResourcePattern(files);
		List<Class<?>> types = new ArrayList<>();
		for (BeanDefinition found : scanner.findCandidateComponents(SettingsCheck.class.getPackageName())) {
			types.add(ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null));
		}
		return types;
	}

	private static String prefix(Class<?> type) {
		return MergedAnnotations.from(type).get(ConfigurationProperties.class).getString("prefix");
	}

}
