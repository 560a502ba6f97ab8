package io.watchfloor.signin.redis;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.redis.OnRedis;
import io.watchfloor.signin.encryption.SessionCipher;
import io.watchfloor.signin.encryption.SessionKeySettings;
import io.watchfloor.signin.encryption.SessionKeys;
import io.watchfloor.signin.session.RecentIds;
import io.watchfloor.signin.session.SessionData;
import io.watchfloor.signin.session.SessionDataKeys;
import io.watchfloor.signin.session.SessionStore;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.data.redis.RedisSessionMapper;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Defines the beans that keep sessions in Redis.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnRedis.class)
class RedisSessionConfiguration {

	@Bean
	SessionKeys sessionKeys(SessionKeySettings settings) {
		return SessionKeys.read(Objects.requireNonNull(settings.file()));
	}

	@Bean
	SessionTemplate sessionTemplate(LettuceConnectionFactory redisConnectionFactory) {
		SessionTemplate template = new SessionTemplate();
		template.setConnectionFactory(redisConnectionFactory);
		return template;
	}

	@Bean
	SessionCipher sessionCipher(SessionKeys sessionKeys) {
		return new SessionCipher(sessionKeys);
	}

	@Bean
	RedisMeters redisMeters(MeterRegistry registry) {
		return new RedisMeters(registry);
	}

	@Bean
	EncryptedSessionRepository<?> sessionRepository(SessionTemplate sessionTemplate, SessionCipher sessionCipher,
			ServerProperties server, RedisMeters redisMeters) {
		RedisSessionRepository stored = new RedisSessionRepository(sessionTemplate);
		stored.setRedisKeyNamespace(RedisKeys.NAMESPACE);
		stored.setRedisSessionMapper(mapper());
		Duration timeout = server.getServlet().getSession().getTimeout();
		if (timeout != null) {
			stored.setDefaultMaxInactiveInterval(timeout);
		}
		return encrypted(stored, sessionTemplate, sessionCipher, new UnreadableSessions(redisMeters));
	}

	private static <S extends Session> EncryptedSessionRepository<?> encrypted(SessionRepository<S> stored,
			SessionTemplate redis, SessionCipher cipher, UnreadableSessions unreadable) {
		return new EncryptedSessionRepository<>(stored, redis, cipher, unreadable);
	}

	/**
	 * Read a session, or nothing where it is incomplete: a request that was under way
	 * while the session ended has written an attribute afterwards.
	 */
	private static BiFunction<String, Map<String, Object>, @Nullable MapSession> mapper() {
		RedisSessionMapper complete = new RedisSessionMapper();
		return (id, content) -> {
			try {
				return complete.apply(id, content);
			}
			catch (IllegalStateException | ClassCastException ex) {
				return null;
			}
		};
	}

	@Bean
	RedisSessionIndex sessionIndex(RedisTemplate<String, Object> sessionTemplate, SessionCipher sessionCipher,
			Clock clock) {
		return new RedisSessionIndex(sessionTemplate, sessionCipher, clock);
	}

	@Bean
	SessionSweep sessionSweep(RedisSessionIndex sessionIndex, SessionRepository<?> sessionRepository,
			SessionDataKeys dataKeys, ApplicationEventPublisher events, Clock clock) {
		return new SessionSweep(sessionIndex, sessionRepository, dataKeys, events, clock);
	}

	@Bean
	RedisLocks sessionLocks(RedisTemplate<String, Object> sessionTemplate, SessionCipher sessionCipher) {
		return new RedisLocks(sessionTemplate, sessionCipher);
	}

	@Bean
	SessionStore sessionStore(SessionRepository<?> sessionRepository, RedisSessionIndex sessionIndex,
			RedisLocks sessionLocks, SessionSweep sessionSweep) {
		return new RedisSessionStore<>(sessionRepository, sessionIndex, sessionLocks, sessionSweep);
	}

	@Bean
	SessionData sessionData(RedisTemplate<String, Object> sessionTemplate, SessionCipher sessionCipher,
			RedisLocks sessionLocks) {
		return new RedisSessionData(sessionTemplate, sessionCipher, sessionLocks);
	}

	@Bean
	RecentIds recentIds(RedisTemplate<String, Object> sessionTemplate, Clock clock) {
		return new RedisRecentIds(sessionTemplate, RecentIds.inMemory(clock));
	}

	@Bean
	FilterRegistrationBean<RedisSessionFilter> redisSessionFilter(EncryptedSessionRepository<?> sessionRepository,
			RedisMeters redisMeters) {
		FilterRegistrationBean<RedisSessionFilter> registration = new FilterRegistrationBean<>(
				new RedisSessionFilter(filters(sessionRepository, redisMeters), redisMeters));
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC);
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
		return registration;
	}

	/**
	 * Return a filter for each request, with what the request knows of its session.
	 */
	private static <S extends Session> Supplier<Filter> filters(EncryptedSessionRepository<S> sessions,
			RedisMeters meters) {
		CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
		ids.setCookieSerializer(new SessionCookies());
		return () -> {
			SessionRepositoryFilter<EncryptedSession<S>> filter = new SessionRepositoryFilter<>(
					new RequestSessions<>(sessions, meters));
			filter.setHttpSessionIdResolver(ids);
			return filter;
		};
	}

}
