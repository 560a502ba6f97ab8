package io.watchfloor.web.frame;

import io.watchfloor.signin.SessionEnd;
import io.watchfloor.web.format.Times;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers when the session ends, so that an open page can warn in time. A poll does not
 * put the end off; a request of somebody who wants to stay does.
 */
@Controller
class SessionController {

	@GetMapping("/session")
	@ResponseBody
	End session(HttpServletRequest request) {
		SessionEnd end = SessionEnd.of(request);
		if (end == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return new End(Times.iso(end.at()), end.left().toSeconds(), end.last());
	}

	/**
	 * When the session ends.
	 *
	 * @param ends the time, in ISO 8601
	 * @param seconds how long until then
	 * @param last whether requests cannot put it off
	 */
	record End(String ends, long seconds, boolean last) {
	}

}
