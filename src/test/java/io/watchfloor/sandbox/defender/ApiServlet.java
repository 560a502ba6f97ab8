package io.watchfloor.sandbox.defender;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.sandbox.AccessTokens;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The front of an API: records each call, shows the fault that was asked for, and knows
 * whose token a call carries.
 */
public abstract class ApiServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private static final String BODY = ApiServlet.class.getName() + ".body";

	private static final Pattern BEARER = Pattern.compile("(?i)Bearer +([A-Za-z0-9._~+/=-]+)");

	private final transient AccessTokens tokens;

	private final SandboxApi api;

	private final transient DefenderControls controls;

	/**
	 * Open an API.
	 * @param tokens checks the tokens of calls
	 * @param api which API they have to be good for
	 * @param controls what tests control the APIs with
	 */
	protected ApiServlet(AccessTokens tokens, SandboxApi api, DefenderControls controls) {
		this.tokens = tokens;
		this.api = api;
		this.controls = controls;
	}

	/**
	 * Read a call.
	 * @param request the call as it came
	 */
	protected abstract ApiCall call(HttpServletRequest request);

	@Override
	protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
		request.setAttribute(BODY, request.getInputStream().readAllBytes());
		ApiCall call = call(request);
		this.controls.writes().received(call, (call.writesTo() > 0) ? callerOrNull(request) : null);
		Fault fault = this.controls.received(call);
		if (fault != null) {
			fault.send(call, response);
		}
		else {
			call.proper().send(request, response);
		}
	}

	/**
	 * The body of a call, which is read before anything else: faults and records look at
	 * it as well.
	 */
	static byte[] body(HttpServletRequest request) {
		return (byte[]) request.getAttribute(BODY);
	}

	static String bodyText(HttpServletRequest request) {
		return new String(body(request), StandardCharsets.UTF_8);
	}

	private @Nullable SandboxAccount callerOrNull(HttpServletRequest request) {
		try {
			return authenticate(request).account();
		}
		catch (ApiError ex) {
			return null;
		}
	}

	/**
	 * Find out whose token a call carries.
	 * @throws ApiError with 401 when it carries none that is good for this API
	 */
	public AccessTokens.Caller authenticate(HttpServletRequest request) {
		String authorization = request.getHeader("Authorization");
		if (authorization == null) {
			throw ApiError.missingToken();
		}
		Matcher bearer = BEARER.matcher(authorization);
		if (!bearer.matches()) {
			throw ApiError.missingToken();
		}
		try {
			return this.tokens.check(bearer.group(1), this.api);
		}
		catch (AccessTokens.InvalidTokenException ex) {
			throw ApiError.invalidToken(String.valueOf(ex.getMessage()));
		}
		catch (AccessTokens.ClaimsChallengeException ex) {
			throw ApiError.insufficientClaims(ex.claims());
		}
	}

	/**
	 * Refuse every method but GET.
	 * @throws ApiError with 405
	 */
	public static void requireGet(HttpServletRequest request) {
		if (!request.getMethod().equals("GET")) {
			throw ApiError.methodNotAllowed("GET");
		}
	}

}
