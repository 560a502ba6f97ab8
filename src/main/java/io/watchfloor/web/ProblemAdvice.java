package io.watchfloor.web;

import io.watchfloor.defender.DefenderException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns what a page cannot do without into a page that says so. It handles exactly these
 * failures: an exception of Spring Security has to reach the filter chain, which sends
 * the analyst to sign in.
 */
@ControllerAdvice
class ProblemAdvice {

	private static final Logger logger = LoggerFactory.getLogger(ProblemAdvice.class);

	@ExceptionHandler
	ModelAndView defenderFailed(DefenderException failure, HttpServletRequest request, HttpServletResponse response) {
		logger.warn("{}, code {}, tracking id {}", failure.getMessage(), failure.code(), failure.trackingId());
		return ProblemAnswer.to(request, response, Problem.of(failure));
	}

	@ExceptionHandler
	ModelAndView badParameter(BadParameterException mistake, HttpServletRequest request, HttpServletResponse response) {
		return ProblemAnswer.to(request, response, Problem.of(mistake));
	}

}
