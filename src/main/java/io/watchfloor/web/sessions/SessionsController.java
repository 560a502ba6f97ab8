package io.watchfloor.web.sessions;

import io.watchfloor.signin.session.OtherSessions;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Ends the sessions of analysts who left another browser signed in. The session of the
 * request stays, so that the answer can say what happened: signing out ends that one.
 */
@Controller
class SessionsController {

	private static final String PAGE = "sessions/sessions";

	private final OtherSessions sessions;

	SessionsController(OtherSessions sessions) {
		this.sessions = sessions;
	}

	@GetMapping("/sessions")
	String show() {
		return PAGE;
	}

	@PostMapping("/sessions")
	String endOthers(HttpServletRequest request, Model model) {
		model.addAttribute("ended", this.sessions.end(request));
		return PAGE;
	}

}
