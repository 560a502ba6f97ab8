package io.watchfloor.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page: what Watchfloor is, for whoever is not signed in.
 */
@Controller
class HomeController {

	@GetMapping("/")
	String home() {
		return "landing";
	}

}
