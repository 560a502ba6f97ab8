package io.watchfloor.web.frame;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Keeps the time zone that an analyst chose in a cookie.
 */
@Controller
class TimeZoneController {

	@PostMapping("/time-zone")
	ResponseEntity<Void> remember(@RequestParam(defaultValue = "utc") String zone,
			@RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
		TimeZoneChoice chosen = TimeZoneChoice.of(zone, request);
		boolean usual = chosen == TimeZoneChoice.usual(request);
		return TimeZoneChoice.COOKIE.keep(usual ? null : chosen.value(), back, request);
	}

}
