package io.watchfloor.web.problem;

import io.watchfloor.signin.SignInResultHandler;
import io.watchfloor.signin.advice.SignInAdvisor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows why a sign-in failed and who has to do what.
 */
@Controller
class FailedSignInController {

	private final SignInAdvisor advisor;

	FailedSignInController(SignInAdvisor advisor) {
		this.advisor = advisor;
	}

	@RequestMapping(SignInResultHandler.FAILURE_PATH)
	String explain(
			@RequestAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION,
					required = false) @Nullable Throwable failure,
			@RequestAttribute(name = SignInResultHandler.STILL_SIGNED_IN, required = false) @Nullable String page,
			Model model) {
		if (failure == null) {
			return "redirect:/";
		}
		model.addAttribute("advice", this.advisor.advise(failure));
		model.addAttribute("page", page);
		return "problem/sign-in-failed";
	}

}
