package io.watchfloor.defender.redis;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.watchfloor.defender.Api;
import io.watchfloor.defender.shared.SharedLedger;
import io.watchfloor.defender.shared.SharedLog;
import io.watchfloor.redis.OnRedis;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Defines the beans by which several nodes share the quota of the API.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnRedis.class)
class LogConfiguration {

	@Bean
	SharedLog sharedLog(LettuceConnectionFactory redisConnectionFactory, Api api) {
		return new RedisLog(redisConnectionFactory, api.name());
	}

	@Bean
	LedgerThread ledgerThread(SharedLedger<?> callLedger, LettuceConnectionFactory redisConnectionFactory) {
		return new LedgerThread(callLedger, redisConnectionFactory.getPhase() + 1);
	}

	@Bean
	MeterBinder quotaShare(SharedLedger<?> callLedger) {
		return (registry) -> Gauge.builder("watchfloor.quota.share", callLedger, SharedLedger::part)
			.description("The part of the API's quota that this node may use: 1 while it shares the quota with others")
			.register(registry);
	}

}
