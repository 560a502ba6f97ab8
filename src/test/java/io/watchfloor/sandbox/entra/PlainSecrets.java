package io.watchfloor.sandbox.entra;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares the secret of the sandbox's client as it is: it protects nothing, and a hash
 * that is slow on purpose was a quarter of what the tests that sign in cost.
 */
final class PlainSecrets implements PasswordEncoder {

	@Override
	public @Nullable String encode(@Nullable CharSequence secret) {
		return Objects.toString(secret, null);
	}

	@Override
	public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
		return secret != null && encoded != null && MessageDigest.isEqual(bytes(secret.toString()), bytes(encoded));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
