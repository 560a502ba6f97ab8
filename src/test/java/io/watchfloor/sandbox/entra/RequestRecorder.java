package io.watchfloor.sandbox.entra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes down what arrives, and delivers the faults that a test ordered for the token
 * endpoint.
 */
final class RequestRecorder extends OncePerRequestFilter {

	private static final Set<String> SECRETS = Set.of("client_secret", "client_assertion", "code", "code_verifier",
			"refresh_token", "id_token_hint");

	private final EntraControls controls;

	private final TokenErrors tokenErrors;

	RequestRecorder(EntraControls controls, TokenErrors tokenErrors) {
		this.controls = controls;
		this.tokenErrors = tokenErrors;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		switch (request.getRequestURI()) {
			case EntraTenant.AUTHORIZE -> recordAuthorize(request);
			case EntraTenant.LOGOUT -> this.controls.recordLogout(recorded(request));
			case EntraTenant.USER_INFO -> this.controls.recordUserInfo(recorded(request));
			case EntraTenant.TOKEN -> {
				if (refuseToken(request, response)) {
					return;
				}
			}
			default -> {
			}
		}
		EntraControls.Reply reply = this.controls.reply(request.getRequestURI());
		if (reply != null) {
			send(reply, response);
			return;
		}
		chain.doFilter(request, response);
	}

	private static void send(EntraControls.Reply reply, HttpServletResponse response) throws IOException {
		response.setStatus(reply.status());
		response.setContentType(reply.contentType());
		byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
		do {
			response.getOutputStream().write(body);
		}
		while (reply.endless());
	}

	private void recordAuthorize(HttpServletRequest request) {
		if (SignInFilter.choice(request) == null) {
			this.controls.recordAuthorize(recorded(request));
		}
	}

	private boolean refuseToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.controls.recordToken(recorded(request));
		await();
		EntraError fault = this.controls.tokenFault("refresh_token".equals(request.getParameter("grant_type")));
		if (fault == null) {
			return false;
		}
		this.tokenErrors.send(response, new EntraRefusal(fault));
		return true;
	}

	private void await() {
		try {
			TimeUnit.MILLISECONDS.sleep(this.controls.tokenDelay().toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private RecordedRequest recorded(HttpServletRequest request) {
		Map<String, List<String>> parameters = new TreeMap<>();
		request.getParameterMap()
			.forEach((name, values) -> parameters.put(name, SECRETS.contains(name) ? hidden(values) : List.of(values)));
		return new RecordedRequest(Map.copyOf(parameters));
	}

	private List<String> hidden(String[] values) {
		this.controls.recordSecrets(List.of(values));
		return List.of("***");
	}

}
