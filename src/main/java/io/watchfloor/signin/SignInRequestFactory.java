package io.watchfloor.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.watchfloor.signin.api.ApiAccess;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * Creates authorization requests to Entra ID, each determined by its {@code state} and
 * its purpose: the code verifier and the nonce are derived from the state with a key that
 * only the nodes of this installation have. So a sign-in that a browser has begun takes
 * no memory here, and little in the browser, and every node can finish it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636, Proof Key for Code
 * Exchange</a>
 */
final class SignInRequestFactory {

	/**
	 * The attribute that holds the {@link Purpose}.
	 */
	static final String PURPOSE = Purpose.class.getName();

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	/**
	 * How many bytes of a state name the key that goes with it.
	 */
	private static final int KEY_ID = 3;

	private final List<byte[]> keys;

	private final ClientRegistration registration;

	private final Set<String> scopesWithWriting;

	private final PublicAddress publicAddress;

	SignInRequestFactory(ClientRegistration registration, ApiAccess access, PublicAddress publicAddress) {
		this(registration, access, publicAddress, List.of(random()));
	}

	/**
	 * Create a factory.
	 * @param registration the client registration
	 * @param access the API that incidents are read from
	 * @param publicAddress where Watchfloor is reached
	 * @param keys the keys to derive secrets with: the first for new sign-ins, the others
	 * for those that were begun with them
	 */
	SignInRequestFactory(ClientRegistration registration, ApiAccess access, PublicAddress publicAddress,
			List<byte[]> keys) {
		this.keys = keys;
		this.registration = registration;
		this.scopesWithWriting = EntraClientRegistration.withOpenId(access.scopesWithWriting());
		this.publicAddress = publicAddress;
	}

	/**
	 * Return a state that nobody can guess.
	 */
	String newState() {
		byte[] state = random();
		System.arraycopy(hash(this.keys.get(0)), 0, state, 0, KEY_ID);
		return BASE64.encodeToString(state);
	}

	/**
	 * Return the key that a state was made with. Where it is none of these, such as after
	 * a restart, any does: what it is compared with was made with another one.
	 */
	private byte[] key(String state) {
		return this.keys.stream()
			.filter((key) -> state.startsWith(BASE64.encodeToString(Arrays.copyOf(hash(key), KEY_ID))))
			.findFirst()
			.orElse(this.keys.get(0));
	}

	/**
	 * Create the request of a state, or create it again when Entra's answer has come.
	 * @param current the current request
	 * @param state the state
	 * @param purpose what the sign-in is for
	 * @param more further parameters for Entra
	 * @return the authorization request, equal for equal arguments
	 */
	OAuth2AuthorizationRequest create(HttpServletRequest current, String state, Purpose purpose,
			Map<String, Object> more) {
		String verifier = BASE64.encodeToString(secret("verifier", state));
		String nonce = BASE64.encodeToString(secret("nonce", state));
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(Objects.requireNonNull(this.registration.getProviderDetails().getAuthorizationUri()))
			.clientId(this.registration.getClientId())
			.redirectUri(this.publicAddress.of(current, EntraClientRegistration.REDIRECT_PATH))
			.scopes(purpose.asksForWriting() ? this.scopesWithWriting : this.registration.getScopes())
			.state(state)
			.attributes(Map.of(OAuth2ParameterNames.REGISTRATION_ID, this.registration.getRegistrationId(),
					PkceParameterNames.CODE_VERIFIER, verifier, OidcParameterNames.NONCE, nonce, PURPOSE, purpose))
			.additionalParameters(more)
			.additionalParameters((parameters) -> {
				parameters.put(PkceParameterNames.CODE_CHALLENGE, hash(verifier));
				parameters.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
				parameters.put(OidcParameterNames.NONCE, hash(nonce));
			})
			.build();
	}

	/**
	 * Derive a secret of a state, for one purpose.
	 * @return 32 bytes
	 */
	byte[] secret(String purpose, String state) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key(state), "HmacSHA256"));
			return mac.doFinal((purpose + ":" + state).getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Hash a text as PKCE and Spring Security's check of the nonce do.
	 */
	static String hash(String text) {
		return BASE64.encodeToString(hash(text.getBytes(StandardCharsets.US_ASCII)));
	}

	private static byte[] hash(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] random() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return bytes;
	}

	/**
	 * What a sign-in is for.
	 *
	 * @param returnAddress the address to return to
	 * @param writingIn the key of the data of the session in which the permission to
	 * write is asked for, or {@code null} where only reading is asked for
	 */
	record Purpose(String returnAddress, @Nullable String writingIn) {

		boolean asksForWriting() {
			return this.writingIn != null;
		}

		/**
		 * Return the purpose of the sign-in that a callback answers, or {@code null} if
		 * this browser has not begun it.
		 */
		static @Nullable Purpose of(HttpServletRequest callback) {
			return (callback.getAttribute(PURPOSE) instanceof Purpose purpose) ? purpose : null;
		}

	}

}
