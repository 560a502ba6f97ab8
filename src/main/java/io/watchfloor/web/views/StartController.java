package io.watchfloor.web.views;

import java.net.URI;

import io.watchfloor.signin.Analyst;
import io.watchfloor.web.frame.SavedViewsCookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Leads to the view that the analyst wants first. Only a sign-in that was asked for no
 * other page comes here, so that links to the dashboard lead to the dashboard.
 */
@Controller
class StartController {

	@GetMapping("/start")
	ResponseEntity<Void> start(HttpServletRequest request, @AuthenticationPrincipal Analyst analyst) {
		String address = SavedViewsCookie.read(request, analyst).startAddress(request.getContextPath());
		return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(address)).build();
	}

}
