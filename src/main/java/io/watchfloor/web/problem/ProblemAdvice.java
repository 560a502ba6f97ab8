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
 * Turns what a page cannot do without into a page that says so. It handles exactly these
 * failures: an exception of Spring Security has to reach the filter chain, which sends
 * the analyst to sign in.
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
	 * The access token ran out and Entra gave no new one, although a sign-in would not
	 * help: a page like that of a failed sign-in.
	 */
	@ExceptionHandler
	ModelAndView tokenNotRefreshed(TokenRefreshException failure, HttpServletRequest request) {
		ModelAndView page = this.answer.page("problem/sign-in-failed", request);
		page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
		return page.addObject("advice", this.advisor.advise(failure));
	}

}
