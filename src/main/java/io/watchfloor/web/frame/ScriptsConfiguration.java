package io.watchfloor.web.frame;

import java.util.Objects;

import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves scripts below a version in their path, such as {@code /js/3f2a…/queue/queue.js}.
 * A relative import then leads to a script of the same version, which a hash in each
 * file's name, as style sheets and icons have it, does not allow.
 *
 * @see <a href=
 * "https://docs.spring.io/spring-boot/reference/web/servlet.html#web.servlet.spring-mvc.static-content">Spring
 * Boot on fixed versions for module loaders</a>
 */
@Configuration(proxyBeanMethods = false)
class ScriptsConfiguration implements WebMvcConfigurer {

	private static final String SCRIPTS = "classpath:/static/js/";

	private final CacheControl cacheControl;

	ScriptsConfiguration(WebProperties properties) {
		this.cacheControl = Objects.requireNonNullElseGet(
				properties.getResources().getCache().getCachecontrol().toHttpCacheControl(), CacheControl::empty);
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/js/**")
			.addResourceLocations(SCRIPTS)
			.setCacheControl(this.cacheControl)
			.resourceChain(true)
			.addResolver(new VersionResourceResolver().addFixedVersionStrategy(ScriptVersion.of(SCRIPTS), "/**"));
	}

}
