package io.watchfloor.web.triage;

import io.watchfloor.signin.Analyst;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.frame.Frame;
import io.watchfloor.web.triage.desk.TriageDesks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets the analyst's queue on this node be read again for the next page when the analyst
 * has written something on another node, whose queue has the answer.
 */
@Component
@ConditionalOnBooleanProperty("watchfloor.triage")
class NewsInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	private final TriageDesks desks;

	private final AnalystQueues queues;

	NewsInterceptor(TriageDesks desks, AnalystQueues queues) {
		this.desks = desks;
		this.queues = queues;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns(StandardView.PATH, StandardView.PATH + "/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Analyst analyst = Frame.analyst(request);
		if (analyst != null && HttpMethod.GET.matches(request.getMethod()) && this.desks.hasNews(request)) {
			this.queues.outdate(request);
		}
		return true;
	}

}
