package io.watchfloor.sandbox.entra;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks an account for its consent to what nobody has consented to yet, and to no more.
 * Spring Authorization Server has a consent of its own, which is not used: it goes by
 * client and whole requests, where Entra goes by resource and single permissions.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/consent-types-developer">Consent
 * types</a>
 */
final class ConsentStep {

	private final EntraTenant tenant;

	private final Consents consents;

	ConsentStep(EntraTenant tenant, Consents consents) {
		this.tenant = tenant;
		this.consents = consents;
	}

	/**
	 * Find out which page comes before the code.
	 * @param request the authorization request
	 * @param account who is signed in
	 * @param choice what was pressed for this very request, if anything
	 * @return the page, or {@code null} when there is nothing to ask
	 * @throws EntraRefusal when nothing can be asked of this account
	 */
	@Nullable String page(HttpServletRequest request, SandboxAccount account, @Nullable AccountChoice choice) {
		List<String> asked = resourceScopes(request);
		Set<SandboxApi> missing = missing(asked, account);
		if (choice != null && choice.button() == AccountChoice.Button.ACCEPT && account.mayConsent()) {
			missing.forEach((api) -> this.consents.give(account, api));
			return null;
		}
		String prompt = request.getParameter("prompt");
		if (missing.isEmpty() && !"consent".equals(prompt)) {
			return null;
		}
		if ("none".equals(prompt)) {
			throw new EntraRefusal(EntraError.CONSENT);
		}
		if (!account.mayConsent()) {
			return ConsentPages.needsAdmin(request);
		}
		return ConsentPages.consent(request, account,
				"consent".equals(prompt) ? asked : asked.stream().filter((scope) -> isOf(missing, scope)).toList());
	}

	private List<String> resourceScopes(HttpServletRequest request) {
		return Arrays.stream(Objects.toString(request.getParameter("scope"), "").split(" "))
			.filter(this.tenant::isResourceScope)
			.toList();
	}

	private Set<SandboxApi> missing(List<String> asked, SandboxAccount account) {
		return asked.stream()
			.filter(this.tenant::isWriteScope)
			.map(this.tenant::apiOf)
			.filter(Objects::nonNull)
			.filter((api) -> !this.consents.given(account, api))
			.collect(Collectors.toSet());
	}

	private boolean isOf(Set<SandboxApi> apis, String scope) {
		return this.tenant.isWriteScope(scope) && apis.contains(this.tenant.apiOf(scope));
	}

}
