package io.watchfloor.sandbox.entra;

import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

/**
 * The keys that the pretend Entra signs with. As a source for signing it knows the
 * current key alone.
 */
final class SigningKeys implements JWKSource<SecurityContext> {

	/**
	 * What every tenant of this process begins with: making one takes more than a second
	 * without the optimizing compiler.
	 */
	private static final RSAKey FIRST = create();

	private RSAKey key = FIRST;

	/**
	 * A key that nobody knows.
	 */
	static RSAKey create() {
		try {
			return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString())
				.keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Sign with a new key from now on, and publish no older one.
	 */
	synchronized void rollOver() {
		this.key = create();
	}

	synchronized RSAKey current() {
		return this.key;
	}

	synchronized JWKSet published() {
		return new JWKSet(this.key).toPublicJWKSet();
	}

	@Override
	public List<JWK> get(JWKSelector selector, SecurityContext context) {
		return selector.select(new JWKSet(current()));
	}

}
