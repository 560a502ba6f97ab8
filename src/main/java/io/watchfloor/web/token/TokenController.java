package io.watchfloor.web.token;

import io.watchfloor.signin.AccessTokenService;
import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.AuditLog;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

	private final AuditLog audit;

	TokenController(AccessTokenService token, AuditLog audit) {
		this.token = token;
		this.audit = audit;
	}

	@GetMapping("/token")
	String check(Authentication analyst, Model model) {
		model.addAttribute("token", TokenPage.of(this.token.check(analyst), this.token.api(),
				this.token.writePermission(), this.token.isRevealEnabled()));
		return "token/token";
	}

	/**
	 * Return the raw token if the operator switched that on, else 404.
	 */
	@PostMapping("/token/reveal")
	ResponseEntity<String> reveal(Authentication authentication, @AuthenticationPrincipal Analyst analyst,
			HttpServletRequest request) {
		String token = this.token.reveal(authentication)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		this.audit.tokenRevealed(request, analyst);
		return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(token);
	}

}
