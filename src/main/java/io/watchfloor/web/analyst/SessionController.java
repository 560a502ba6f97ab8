package io.watchfloor.web.analyst;

import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.SessionEnd;
import io.watchfloor.web.format.Times;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers when the session ends, so that an open page can warn in time, and which open
 * high incidents the analyst's queue holds, so that every page can tell of new ones. A
 * poll does not put the end off; a request of somebody who wants to stay does. Defender
 * is not asked for any of it.
 */
@Controller
class SessionController {

	private final AnalystQueues queues;

	SessionController(AnalystQueues queues) {
		this.queues = queues;
	}

	@GetMapping("/session")
	@ResponseBody
	State session(HttpServletRequest request, @AuthenticationPrincipal @Nullable Analyst analyst) {
		SessionEnd end = SessionEnd.of(request);
		if (end == null || analyst == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		AnalystView view = this.queues.held(request, analyst);
		return new State(Times.iso(end.at()), end.left().toSeconds(), end.last(), view.asOf(), OpenHighs.of(view));
	}

	/**
	 * When the session ends, and what there is to tell meanwhile.
	 *
	 * @param ends the time, in ISO 8601
	 * @param seconds how long until then
	 * @param last whether requests cannot put it off
	 * @param asOf when Defender last answered, in ISO 8601, or {@code null} if it never
	 * did
	 * @param highs the open high incidents
	 */
	record State(String ends, long seconds, boolean last, @Nullable String asOf, OpenHighs highs) {
	}

}
