package io.watchfloor.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Remembers the theme that an analyst chose, in a cookie of the browser.
 */
@Controller
class ThemeController {

	private static final Duration REMEMBERED = Duration.ofDays(365);

	@PostMapping("/theme")
	ResponseEntity<Void> remember(@RequestParam(defaultValue = "system") String theme,
			@RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.SET_COOKIE, cookie(Theme.of(theme), request).toString())
			.location(ReturnPath.of(back, request))
			.build();
	}

	private static ResponseCookie cookie(Theme theme, HttpServletRequest request) {
		return ResponseCookie.from(Theme.COOKIE, theme.value())
			.path(request.getContextPath() + "/")
			.maxAge((theme != Theme.SYSTEM) ? REMEMBERED : Duration.ZERO)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
	}

}
