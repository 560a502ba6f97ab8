package io.watchfloor.web.problem;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.signin.TokenRefreshException;
import io.watchfloor.signin.advice.SignInAdvisor;
import io.watchfloor.web.address.BadParameterException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers failures of controllers with an error page. It handles exactly these
 * exceptions: one of Spring Security has to reach the filter chain, which leads to the
 * sign-in.
 */
@ControllerAdvice
class ProblemAdvice {

	private final ProblemAnswer answer;

	private final SignInAdvisor advisor;

	ProblemAdvice(ProblemAnswer answer, SignInAdvisor advisor) {
		this.answer = answer;
		this.advisor = advisor;
	}

	@ExceptionHandler
	ModelAndView defenderFailed(DefenderException failure, HttpServletRequest request, HttpServletResponse response) {
		return this.answer.to(request, response, Problem.of(failure));
	}

	@ExceptionHandler
	ModelAndView badParameter(BadParameterException mistake, HttpServletRequest request, HttpServletResponse response) {
		return this.answer.to(request, response, Problem.of(mistake));
	}

	/**
	 * Show the page of a failed sign-in when the access token expired and Entra issued no
	 * new one, for a reason that another sign-in does not solve.
	 */
	@ExceptionHandler
	ModelAndView tokenNotRefreshed(TokenRefreshException failure, HttpServletRequest request) {
		ModelAndView page = this.answer.page("problem/sign-in-failed", request);
		page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
		return page.addObject("advice", this.advisor.advise(failure));
	}

}
