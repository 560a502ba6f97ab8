package io.watchfloor.web.frame;

import java.util.concurrent.Semaphore;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Lets only so many pages be rendered at once as the processors can make use of; others
 * wait in line. Thymeleaf looks up the name of every attribute under a fair lock
 * ({@code AttributeNames} of Thymeleaf 3.1): when hundreds of threads render, each of
 * these steps waits for all the others, and a node that is asked too much for a moment no
 * longer gets out of it. Pages are rendered to memory first, so that no slow client keeps
 * others waiting.
 */
@Component
class RenderingLimit implements BeanPostProcessor, MethodInterceptor {

	private final Semaphore turns;

	RenderingLimit() {
		this(2 * Runtime.getRuntime().availableProcessors());
	}

	/**
	 * Create the limit.
	 * @param pages how many pages may be rendered at once
	 */
	RenderingLimit(int pages) {
		this.turns = new Semaphore(pages, true);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof ThymeleafViewResolver resolver) {
			ProxyFactory proxy = new ProxyFactory(ISpringTemplateEngine.class, this);
			proxy.setTarget(resolver.getTemplateEngine());
			resolver.setTemplateEngine((ISpringTemplateEngine) proxy.getProxy());
		}
		return bean;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation engine) throws Throwable {
		if (!engine.getMethod().getName().equals("process")) {
			return engine.proceed();
		}
		this.turns.acquireUninterruptibly();
		try {
			return engine.proceed();
		}
		finally {
			this.turns.release();
		}
	}

}
