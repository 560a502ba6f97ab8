package io.watchfloor.web.problem;

import io.watchfloor.signin.FailedSignIn;
import io.watchfloor.signin.advice.SignInAdvisor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page that says why a sign-in failed and who has to do what.
 */
@Controller
class FailedSignInController {

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
		model.addAttribute("advice", this.advisor.advise(failure));
		return "problem/sign-in-failed";
	}

}
