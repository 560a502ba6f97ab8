package io.watchfloor.web.frame;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Keeps the theme that an analyst chose in a cookie.
 */
@Controller
class ThemeController {

	@PostMapping("/theme")
	ResponseEntity<Void> remember(@RequestParam(defaultValue = "system") String theme,
			@RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
		Theme chosen = Theme.of(theme);
		return Theme.COOKIE.keep((chosen != Theme.SYSTEM) ? chosen.value() : null, back, request);
	}

}
