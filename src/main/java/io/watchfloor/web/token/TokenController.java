package io.watchfloor.web.token;

import io.watchfloor.signin.OwnToken;

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
 * The page on which analysts check their own access token.
 */
@Controller
class TokenController {

	private final OwnToken token;

	TokenController(OwnToken token) {
		this.token = token;
	}

	@GetMapping("/token")
	String check(Authentication analyst, Model model) {
		model.addAttribute("token", TokenPage.of(this.token.check(analyst), this.token.isRevealed()));
		return "token/token";
	}

	/**
	 * Give the raw token, where the operator switched that on; elsewhere there is no such
	 * address.
	 */
	@PostMapping("/token/reveal")
	ResponseEntity<String> reveal(Authentication analyst) {
		return this.token.reveal(analyst)
			.map((token) -> ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(token))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
