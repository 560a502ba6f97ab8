package io.watchfloor.web.token;

import io.watchfloor.signin.AccessTokenService;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows analysts a check of their own access token.
 */
@Controller
class TokenController {

	private final AccessTokenService token;

	TokenController(AccessTokenService token) {
		this.token = token;
	}

	@GetMapping("/token")
	String check(Authentication analyst, Model model) {
		model.addAttribute("token", TokenPage.of(this.token.check(analyst), this.token.isRevealEnabled()));
		return "token/token";
	}

	/**
	 * Return the raw token if the operator switched that on, else 404.
	 */
	@PostMapping("/token/reveal")
	ResponseEntity<String> reveal(Authentication analyst) {
		return this.token.reveal(analyst)
			.map((token) -> ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(token))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
