package io.watchfloor.signin.persistence;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if {@code SERVER_SERVLET_SESSION_PERSISTENT} is on, read as Spring Boot reads
 * it: of other spellings than {@code true}, Tomcat would write sessions in clear.
 */
class OnPersistentSessions implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return Binder.get(context.getEnvironment())
			.bind("server.servlet.session.persistent", Boolean.class)
			.orElse(false);
	}

}
