package io.watchfloor.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import javax.crypto.spec.SecretKeySpec;

import io.watchfloor.signin.SignInRequestFactory.Purpose;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Stores the sign-ins that a browser has begun in the browser itself: a cookie for each
 * {@code state}, encrypted with a key of that state, for ten minutes. So tabs that sign
 * in at once do not disturb each other, whoever begins sign-ins without end takes no
 * memory, and an answer of Entra counts only in the browser that asked. A cookie stays
 * until its time is over, because going back to Entra's page leads to the same state
 * again; the code of an answer can be redeemed only once in any case.
 */
final class PendingSignInRepository implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	static final Duration LIFETIME = Duration.ofMinutes(10);

	/**
	 * The most characters that the cookies of one browser may have, so that its requests
	 * stay within the size that the server accepts: 40 tabs with addresses of 100
	 * characters each.
	 */
	static final int MAX_SIZE = 10_000;

	private final SignInRequestFactory requests;

	private final Clock clock;

	PendingSignInRepository(SignInRequestFactory requests, Clock clock) {
		this.requests = requests;
		this.clock = clock;
	}

	/**
	 * Return the sign-in that a callback belongs to, or {@code null} if this browser has
	 * not begun it within the last ten minutes.
	 */
	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		String state = request.getParameter("state");
		if (state == null) {
			return null;
		}
		String name = name(request, state);
		return cookies(request).filter((cookie) -> cookie.getName().equals(name))
			.map((cookie) -> purpose(state, cookie.getValue()))
			.filter(Objects::nonNull)
			.findFirst()
			.map((purpose) -> this.requests.create(request, state, purpose, Map.of()))
			.orElse(null);
	}

	@Override
	public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest authorizationRequest,
			HttpServletRequest request, HttpServletResponse response) {
		if (authorizationRequest == null) {
			return;
		}
		String state = Objects.requireNonNull(authorizationRequest.getState());
		Purpose purpose = Objects.requireNonNull(authorizationRequest.getAttribute(SignInRequestFactory.PURPOSE));
		String value = Base64.getUrlEncoder().withoutPadding().encodeToString(encryptor(state).encrypt(bytes(purpose)));
		removeOldest(request, response, MAX_SIZE - value.length());
		set(request, response, name(request, state), value, LIFETIME);
	}

	/**
	 * Return the present, the length of the key of the session's data, that key, and the
	 * address to return to.
	 */
	private byte[] bytes(Purpose purpose) {
		byte[] returnAddress = purpose.returnAddress().getBytes(StandardCharsets.UTF_8);
		byte[] writingIn = (purpose.writingIn() != null) ? purpose.writingIn().getBytes(StandardCharsets.UTF_8)
				: new byte[0];
		return ByteBuffer.allocate(Long.BYTES + 1 + writingIn.length + returnAddress.length)
			.putLong(this.clock.millis())
			.put((byte) writingIn.length)
			.put(writingIn)
			.put(returnAddress)
			.array();
	}

	/**
	 * Remove the oldest sign-ins, which browsers send first (RFC 6265, section 5.4),
	 * until the others fit.
	 */
	private static void removeOldest(HttpServletRequest request, HttpServletResponse response, int room) {
		int size = cookies(request).mapToInt((cookie) -> cookie.getValue().length()).sum();
		for (Cookie cookie : cookies(request).toList()) {
			if (size <= room) {
				return;
			}
			set(request, response, cookie.getName(), "", Duration.ZERO);
			size -= cookie.getValue().length();
		}
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		OAuth2AuthorizationRequest pending = loadAuthorizationRequest(request);
		if (pending != null) {
			request.setAttribute(SignInRequestFactory.PURPOSE, pending.getAttribute(SignInRequestFactory.PURPOSE));
		}
		return pending;
	}

	/**
	 * Return the name of the cookie of the sign-in that a request is the callback of, or
	 * {@code null} if it is no callback of a sign-in that this browser has begun.
	 */
	static @Nullable String cookieOf(HttpServletRequest request) {
		boolean callback = EntraClientRegistration.REDIRECT_PATH.equals(request.getServletPath());
		String state = callback ? request.getParameter("state") : null;
		String name = (state != null) ? name(request, state) : null;
		return namesIn(request).contains(name) ? name : null;
	}

	/**
	 * Return the names of the cookies of all sign-ins that a browser has begun.
	 */
	static List<String> namesIn(HttpServletRequest request) {
		return cookies(request).map(Cookie::getName).toList();
	}

	private @Nullable Purpose purpose(String state, String value) {
		try {
			byte[] plain = encryptor(state).decrypt(Base64.getUrlDecoder().decode(value));
			ByteBuffer content = ByteBuffer.wrap(plain);
			Duration age = Duration.ofMillis(this.clock.millis() - content.getLong());
			String writingIn = text(content, content.get());
			String returnAddress = text(content, content.remaining());
			return (age.compareTo(LIFETIME) < 0) ? new Purpose(returnAddress, writingIn.isEmpty() ? null : writingIn)
					: null;
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			// Garbled, or encrypted before a restart
			return null;
		}
	}

	private static String text(ByteBuffer content, int length) {
		byte[] bytes = new byte[length];
		content.get(bytes);
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private BytesEncryptor encryptor(String state) {
		SecretKeySpec key = new SecretKeySpec(this.requests.secret("cookie", state), "AES");
		return AesGcmBytesEncryptor.withSecretKey(key).build();
	}

	private static Stream<Cookie> cookies(HttpServletRequest request) {
		String prefix = prefix(request);
		return Stream.ofNullable(request.getCookies())
			.flatMap(Stream::of)
			.filter((cookie) -> cookie.getName().startsWith(prefix));
	}

	/**
	 * Return the name of a state's cookie. The state itself stays out of it.
	 */
	private static String name(HttpServletRequest request, String state) {
		return prefix(request) + SignInRequestFactory.hash(state).substring(0, 12);
	}

	private static String prefix(HttpServletRequest request) {
		return session(request).getName() + "-in-";
	}

	private static SessionCookieConfig session(HttpServletRequest request) {
		return request.getServletContext().getSessionCookieConfig();
	}

	private static void set(HttpServletRequest request, HttpServletResponse response, String name, String value,
			Duration maxAge) {
		ResponseCookie cookie = ResponseCookie.from(name, value)
			.path("/")
			.secure(session(request).isSecure())
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(maxAge)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

}
