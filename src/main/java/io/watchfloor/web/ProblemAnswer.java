package io.watchfloor.web;

import java.util.List;

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
 * prefer it.
 */
@Component
class ProblemAnswer {

	private final FramePrinter frames;

	ProblemAnswer(FramePrinter frames) {
		this.frames = frames;
	}

	ModelAndView to(HttpServletRequest request, HttpServletResponse response, Problem problem) {
		if (problem.retryAfter() != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
		}
		ModelAndView answer = prefersJson(request) ? json() : page("error", request, response);
		answer.addObject("problem", problem);
		answer.setStatus(HttpStatusCode.valueOf(problem.status()));
		return answer;
	}

	/**
	 * A page in its frame.
	 */
	ModelAndView page(String template, HttpServletRequest request, HttpServletResponse response) {
		return new ModelAndView(template).addObject("frame", this.frames.printAroundProblem(request, response));
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
