package io.watchfloor.sandbox.entra;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;

/**
 * Who consented that Watchfloor may change incidents: people each for themselves, or an
 * administrator for everybody. Reading is consented to for everybody who can sign in.
 */
public final class Consents {

	private final Map<String, Set<SandboxApi>> byAccount = new ConcurrentHashMap<>();

	private final Set<SandboxApi> forEverybody = ConcurrentHashMap.newKeySet();

	Consents() {
	}

	/**
	 * Consent for an account, as it does itself on the consent page.
	 * @param account whose tokens carry the permission from now on
	 * @param api the API whose incidents may be changed
	 */
	public void give(SandboxAccount account, SandboxApi api) {
		this.byAccount.computeIfAbsent(account.objectId(), (id) -> ConcurrentHashMap.newKeySet()).add(api);
	}

	/**
	 * Consent for everybody, as an administrator does in the portal.
	 * @param api the API whose incidents may be changed
	 */
	public void giveForEverybody(SandboxApi api) {
		this.forEverybody.add(api);
	}

	/**
	 * Whether the tokens of an account carry the permission to change incidents.
	 * @param account the account
	 * @param api the API
	 */
	public boolean given(SandboxAccount account, SandboxApi api) {
		return this.forEverybody.contains(api)
				|| this.byAccount.getOrDefault(account.objectId(), Set.of()).contains(api);
	}

	/**
	 * Take every consent back.
	 */
	public void withdraw() {
		this.byAccount.clear();
		this.forEverybody.clear();
	}

}
