package io.watchfloor.web;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Remembers how an analyst wants the queue's table, in a cookie of the browser.
 */
@Controller
class QueueLayoutController {

	static final String PATH = StandardView.PATH + "/layout";

	private static final Duration REMEMBERED = Duration.ofDays(365);

	@PostMapping(PATH)
	ResponseEntity<Void> remember(@RequestParam(defaultValue = "") List<String> column,
			@RequestParam(defaultValue = "") String density, @RequestParam(defaultValue = "") String zone,
			@RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.SET_COOKIE, cookie(QueueLayout.of(column, density, zone), request).toString())
			.location(ReturnPath.of(back, request))
			.build();
	}

	private static ResponseCookie cookie(QueueLayout layout, HttpServletRequest request) {
		return ResponseCookie.from(QueueLayout.COOKIE, layout.value())
			.path(request.getContextPath() + "/")
			.maxAge(layout.equals(QueueLayout.DEFAULT) ? Duration.ZERO : REMEMBERED)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
	}

}
