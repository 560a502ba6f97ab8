package io.watchfloor.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/**
 * Adds the frame to every page, after its controller has run. Answers that print no
 * template, such as exports, redirects and polls answered 304, get none.
 */
@Component
public class FrameInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	/**
	 * The name by which {@code layout.html} knows the frame.
	 */
	public static final String FRAME = "frame";

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
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
