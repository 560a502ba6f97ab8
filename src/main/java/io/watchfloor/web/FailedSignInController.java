package io.watchfloor.web;

import io.watchfloor.signin.FailedSignIn;
import io.watchfloor.signin.SignInAdvice;
import io.watchfloor.signin.SignInAdvisor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page that says why a sign-in failed and who has to do what.
 */
@Controller
class FailedSignInController {

	private static final Logger logger = LoggerFactory.getLogger(FailedSignInController.class);

	private final SignInAdvisor advisor;

	FailedSignInController(SignInAdvisor advisor) {
		this.advisor = advisor;
	}

	@RequestMapping(FailedSignIn.PATH)
	String explain(@RequestAttribute(name = FailedSignIn.ATTRIBUTE, required = false) @Nullable Throwable failure,
			Model model) {
		if (failure == null) {
			return "redirect:/";
		}
		SignInAdvice advice = this.advisor.advise(failure);
		logger.warn("Sign-in failed: {}, {}, trace id {}, correlation id {}", advice.title(), advice.code(),
				advice.traceId(), advice.correlationId());
		model.addAttribute("advice", advice);
		return "sign-in-failed";
	}

}
