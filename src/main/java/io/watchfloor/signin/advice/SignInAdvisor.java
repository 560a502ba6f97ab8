package io.watchfloor.signin.advice;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.signin.api.ApiAccess;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Creates the advice for a failed sign-in, or for a refused permission to write: in plain
 * words why it failed and who has to do what.
 */
public final class SignInAdvisor {

	private final AdviceTable signIns;

	private final AdviceTable writing;

	private final URI authorityHost;

	private final String tenantId;

	private final String clientId;

	private final Map<String, String> settings;

	/**
	 * Create an advisor for one installation. The arguments appear in its advice.
	 * @param authorityHost the authority, such as
	 * {@code https://login.microsoftonline.com}
	 * @param tenantId the tenant
	 * @param clientId the app registration
	 * @param access the API that incidents are read from
	 * @param redirectUri the redirect URI to register, as an administrator should read it
	 */
	public SignInAdvisor(URI authorityHost, String tenantId, String clientId, ApiAccess access, String redirectUri) {
		this.signIns = new AdviceTable(AdviceTable.SIGN_IN, access.api());
		this.writing = new AdviceTable(AdviceTable.WRITING, access.api());
		this.authorityHost = authorityHost;
		this.tenantId = tenantId;
		this.clientId = clientId;
		this.settings = Map.of("{authority}", authorityHost.toString(), "{tenantId}", tenantId, "{clientId}", clientId,
				"{api}", access.api().label(), "{permissions}", String.join(" and ", access.permissions()), "{scope}",
				String.join(" ", access.scopes()), "{scopeSetting}", access.api().scopeSetting(), "{redirectUri}",
				redirectUri, "{writePermission}", access.api().writePermission());
	}

	/**
	 * Return advice on a failed sign-in or refresh.
	 * @param failure the exception of Spring Security or the HTTP client
	 * @return the advice, a general one for an unknown failure
	 */
	public SignInAdvice advise(Throwable failure) {
		return advise(SignInFailure.of(failure));
	}

	/**
	 * Return advice on an error of the authority.
	 * @param error the error
	 * @return the advice, a general one for an unknown failure
	 */
	public SignInAdvice advise(OAuth2Error error) {
		return advise(SignInFailure.of(error));
	}

	/**
	 * Return advice on a refused permission to write, for somebody who stays signed in.
	 * @param failure what Entra ID answered
	 * @return the advice, whose {@code retry} says whether asking again may help before
	 * an administrator has done something; {@code null} where the answer is no refusal
	 */
	public @Nullable SignInAdvice adviseOnWriting(SignInFailure failure) {
		AdviceTable.Row row = this.writing.find(failure);
		return (row != null) ? advice(row, failure) : null;
	}

	private SignInAdvice advise(SignInFailure failure) {
		return advice(Objects.requireNonNull(this.signIns.find(failure)), failure);
	}

	private SignInAdvice advice(AdviceTable.Row row, SignInFailure failure) {
		return new SignInAdvice(row.title(), fill(row.happened()), fill(row.meaning()), row.who(),
				row.steps().stream().map(this::fill).toList(), failure.code(), failure.traceId(),
				failure.correlationId(), failure.timestamp(), row.retry(), adminLink(row, failure.code()));
	}

	private String fill(String text) {
		String filled = text;
		for (Map.Entry<String, String> setting : this.settings.entrySet()) {
			filled = filled.replace(setting.getKey(), setting.getValue());
		}
		return filled;
	}

	/**
	 * Return the consent page, else Microsoft's explanation of the number.
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/grant-admin-consent">Grant
	 * tenant-wide admin consent</a>
	 */
	private @Nullable URI adminLink(AdviceTable.Row row, @Nullable String code) {
		UriComponentsBuilder authority = UriComponentsBuilder.fromUri(this.authorityHost);
		if (row.link() == AdviceTable.Link.CONSENT) {
			return authority.pathSegment(this.tenantId, "adminconsent")
				.queryParam("client_id", "{clientId}")
				.build(this.clientId);
		}
		if (code != null && row.who() == SignInAdvice.Who.ADMINISTRATOR) {
			return authority.pathSegment("error").queryParam("code", code.substring("AADSTS".length())).build().toUri();
		}
		return null;
	}

}
