package io.watchfloor.web.problem;

import io.watchfloor.signin.RequestIdFilter;
import io.watchfloor.signin.redis.RedisOutage;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows the page of every error that the servlet container or the filter chain reports.
 * Server errors get a reference that is logged too.
 */
@Controller
class ErrorPageController implements ErrorController {

	private static final Logger logger = LoggerFactory.getLogger(ErrorPageController.class);

	private final ProblemAnswer answer;

	ErrorPageController(ProblemAnswer answer) {
		this.answer = answer;
	}

	@RequestMapping("/error")
	ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
		int status = status(request);
		String reference = RequestIdFilter.of(request);
		if (RedisOutage.of(request)) {
			// No fault of Watchfloor's own, and in the log with its cause already
			Problem away = Problem.sessionsUnavailable(RedisOutage.SECONDS_UNTIL_RETRY);
			return this.answer.to(request, response, away.withReference(reference));
		}
		Problem problem = Problem.of(status);
		if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
			logger.error("Reference {}: status {} for {} {}, {}", reference, status,
					request.getAttribute(RequestDispatcher.ERROR_METHOD),
					request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
					request.getAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE));
			problem = problem.withReference(reference);
		}
		return this.answer.to(request, response, problem);
	}

	/**
	 * Return the status of the error, or 404 if somebody opened {@code /error} as an
	 * address.
	 */
	private static int status(HttpServletRequest request) {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		return (status instanceof Integer code && code >= 400) ? code : HttpStatus.NOT_FOUND.value();
	}

}
