package io.watchfloor.web.analyst;

import io.watchfloor.signin.Analyst;
import io.watchfloor.web.frame.Frame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Adds the numbers of the navigation to every page, after its controller has run: of the
 * moment that the page shows, or of what the queue holds where the page shows no queue.
 * Defender is not asked for them.
 */
@Component
class ViewCountsInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	/**
	 * Provided only where there are queues, which tests of single pages may lack.
	 */
	private final ObjectProvider<AnalystQueues> queues;

	ViewCountsInterceptor(ObjectProvider<AnalystQueues> queues) {
		this.queues = queues;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page == null || page.getViewName() == null) {
			return;
		}
		AnalystView view = view(request);
		if (view != null && view.asOf() != null) {
			page.addObject("counts", new ViewCounts(view));
		}
	}

	private @Nullable AnalystView view(HttpServletRequest request) {
		AnalystView read = AnalystView.of(request);
		Analyst analyst = Frame.analyst(request);
		AnalystQueues available = this.queues.getIfAvailable();
		return (read != null || analyst == null || available == null || request.getSession(false) == null) ? read
				: available.held(request, analyst);
	}

}
