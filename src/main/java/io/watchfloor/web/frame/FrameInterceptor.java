package io.watchfloor.web.frame;

import io.watchfloor.signin.Analyst;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/**
 * Adds the frame to every page, after its controller has run, and to every answer the
 * name of the analyst whom it is for. Answers that print no template, such as exports,
 * redirects and polls answered 304, get no frame.
 */
@Component
public class FrameInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	/**
	 * The name by which {@code layout.html} knows the frame.
	 */
	public static final String FRAME = "frame";

	/**
	 * Provided only where they are set, which tests of single pages may not do.
	 */
	private final ObjectProvider<ShiftSettings> shifts;

	FrameInterceptor(ObjectProvider<ShiftSettings> shifts) {
		this.shifts = shifts;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	/**
	 * Tell the request the zone of the shifts, and set the header
	 * {@value SignInDigest#HEADER}, by which an open page recognizes answers that are for
	 * somebody else. Static files are the same for everybody and stored, so they go
	 * without.
	 */
	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		this.shifts.ifAvailable((settings) -> settings.storeIn(request));
		Analyst analyst = (handler instanceof HandlerMethod) ? Frame.analyst(request) : null;
		if (analyst != null) {
			response.setHeader(SignInDigest.HEADER, SignInDigest.of(analyst));
		}
		return true;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && isTemplate(page.getViewName()) && !page.getModel().containsKey(FRAME)) {
			page.addObject(FRAME, Frame.of(request));
		}
	}

	private static boolean isTemplate(@Nullable String view) {
		return view != null && !view.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX);
	}

}
