package io.watchfloor.web.triage;

import io.watchfloor.defender.Incident;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.analyst.OpenedIncident;
import io.watchfloor.web.frame.Frame;
import io.watchfloor.web.triage.desk.TriageDesks;
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
 * Adds the section for changing an incident to the pages that show it on a screen, after
 * their controller has run.
 */
@Component
@ConditionalOnBooleanProperty("watchfloor.triage")
class TriageSectionInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	private final AnalystQueues queues;

	private final TriageDesks desks;

	private final AnalystWrites writes;

	TriageSectionInterceptor(AnalystQueues queues, TriageDesks desks, AnalystWrites writes) {
		this.queues = queues;
		this.desks = desks;
		this.writes = writes;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		Incident incident = OpenedIncident.of(request);
		Analyst analyst = Frame.analyst(request);
		if (page == null || incident == null || analyst == null || !isOnScreen(page)) {
			return;
		}
		page.addObject("triage", new SectionBuilder(request, analyst, this.desks.of(request)).section(incident,
				this.queues.held(request, analyst), this.writes.access(request)));
	}

	private static boolean isOnScreen(ModelAndView page) {
		String view = page.getViewName();
		return ("incident/incident".equals(view) || "incident/part".equals(view))
				&& !Boolean.TRUE.equals(page.getModel().get("print"));
	}

}
