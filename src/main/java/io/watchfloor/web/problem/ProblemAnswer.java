package io.watchfloor.web.problem;

import java.util.List;

import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.web.frame.Frame;
import io.watchfloor.web.frame.FrameInterceptor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.json.JacksonJsonView;

/**
 * Answers a request with a {@link Problem}: a page for people, JSON for programs that
 * prefer that.
 */
@Component
public class ProblemAnswer {

	private final ApiAccess access;

	ProblemAnswer(ApiAccess access) {
		this.access = access;
	}

	/**
	 * Answer a request with the status and the words of a problem.
	 */
	public ModelAndView to(HttpServletRequest request, HttpServletResponse response, Problem problem) {
		if (problem.retryAfter() != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
		}
		ModelAndView answer = prefersJson(request) ? json() : page("problem/error", request);
		answer.addObject("problem", problem.naming(this.access));
		answer.setStatus(HttpStatusCode.valueOf(problem.status()));
		return answer;
	}

	/**
	 * Return a page in the frame of an error page.
	 */
	ModelAndView page(String template, HttpServletRequest request) {
		return new ModelAndView(template).addObject(FrameInterceptor.FRAME, Frame.aroundProblem(request));
	}

	private static ModelAndView json() {
		JacksonJsonView view = new JacksonJsonView();
		view.setModelKey("problem");
		view.setExtractValueFromSingleKeyModel(true);
		return new ModelAndView(view);
	}

	private static boolean prefersJson(HttpServletRequest request) {
		try {
			List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
			MimeTypeUtils.sortBySpecificity(accepted);
			return accepted.stream()
				.filter((type) -> type.isCompatibleWith(MediaType.TEXT_HTML)
						|| type.isCompatibleWith(MediaType.APPLICATION_JSON))
				.findFirst()
				.filter((type) -> !type.isCompatibleWith(MediaType.TEXT_HTML))
				.isPresent();
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

}
