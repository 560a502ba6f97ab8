package io.watchfloor.web.triage;

import io.watchfloor.signin.Analyst;
import io.watchfloor.web.frame.Frame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Adds the {@link TriageBar} to the queue's page, after its controller has run.
 */
@Component
@ConditionalOnBooleanProperty("watchfloor.triage")
class TriageBarInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	private static final String QUEUE = "queue/queue";

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		Analyst analyst = Frame.analyst(request);
		if (page != null && analyst != null && QUEUE.equals(page.getViewName())) {
			page.addObject("triageBar", TriageBar.of(analyst));
		}
	}

}
