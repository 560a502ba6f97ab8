package io.watchfloor.web;

import java.util.List;

import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.SessionEnd;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Makes the frame around the page that a request asks for. What is the same on page after
 * page, whoever looks, is printed once.
 */
@Component
class FramePrinter {

	private static final String TEMPLATE = "fragments/frame";

	private final ITemplateEngine engine;

	private final KeptMarkup kept = new KeptMarkup();

	FramePrinter(ITemplateEngine engine) {
		this.engine = engine;
	}

	/**
	 * The frame of the page that a request asks for.
	 * @param response completes the addresses of files
	 */
	Frame print(HttpServletRequest request, HttpServletResponse response) {
		return print(request, response, address(request));
	}

	/**
	 * The frame of a page that says why what a request asks for is not shown: no view of
	 * the navigation is the current one.
	 */
	Frame printAroundProblem(HttpServletRequest request, HttpServletResponse response) {
		return print(request, response, "");
	}

	private Frame print(HttpServletRequest request, HttpServletResponse response, String shown) {
		String base = request.getContextPath();
		Theme theme = Theme.of(request);
		List<Frame.View> views = Frame.View.of(base, shown);
		Frame.ThemeChoice themes = new Frame.ThemeChoice(theme, response.encodeURL(base + "/icons/shapes.svg"));
		return new Frame(base, person(request), theme, address(request), print("views", views), print("themes", themes),
				SessionEnd.of(request));
	}

	private Markup print(String name, Object value) {
		return this.kept.get(value, () -> Markup.print(this.engine, TEMPLATE, name, value));
	}

	private static Frame.@Nullable Person person(HttpServletRequest request) {
		if (request.getUserPrincipal() instanceof Authentication authentication
				&& authentication.getPrincipal() instanceof Analyst analyst) {
			return new Frame.Person(analyst.displayName(), analyst.username());
		}
		return null;
	}

	private static String address(HttpServletRequest request) {
		boolean error = request.getDispatcherType() == DispatcherType.ERROR;
		Object method = error ? request.getAttribute(RequestDispatcher.ERROR_METHOD) : request.getMethod();
		Object path = error ? request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) : request.getRequestURI();
		Object query = error ? request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING) : request.getQueryString();
		if (path == null || !"GET".equals(method)) {
			return request.getContextPath() + "/";
		}
		return (query != null) ? path + "?" + query : path.toString();
	}

}
